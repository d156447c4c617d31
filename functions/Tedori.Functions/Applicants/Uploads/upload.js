// Puts files straight into the store, in blocks that are sent again when the connection drops. The form of EvidenceField.razor
// works without it: then it posts the files to us.
(() => {
  "use strict";

  const delays = [1, 2, 4, 8, 15, 30]; // seconds before each further try of the same request
  const longestOffline = 600;
  const protocol = "2023-01-03";
  const words = {
    none: "ファイルが選ばれていません。アップロードするファイルを選んでください。",
    lost: name => `「${name}」を送信できませんでした。通信状態を確かめて、同じファイルを選び直してください。続きから再開します。`,
    session: "ページの有効期限が切れました。ページを開き直してから、同じファイルを選び直してください。",
    refused: name => `「${name}」は受け付けられませんでした。ファイルを確かめて選び直してください。`,
    unreadable: name => `「${name}」を読み取れませんでした。ファイルが移動・変更されていないか確かめて選び直してください。`,
    stopped: name => `「${name}」の送信を中止しました。`,
    retry: name => `「${name}」: 通信が途切れました。自動で送り直しています。`,
    sending: (name, percent) => `「${name}」を送信しています(${percent}%)`,
    checking: name => `「${name}」を確認しています`,
    done: name => `「${name}」を受け付けました`,
    resume: name => `「${name}」は送信の途中です。同じファイルを選ぶと続きから再開します。`,
  };

  class Refused extends Error {} // its message is for the applicant
  class Broken extends Error {}  // worth another try
  class Missing extends Error {} // the store has lost blocks: all of them are sent again

  const pause = seconds => new Promise(done => {
    const timer = setTimeout(end, (navigator.onLine ? seconds : longestOffline) * 1000);
    function end() {
      clearTimeout(timer);
      removeEventListener("online", end);
      done();
    }
    addEventListener("online", end);
  });

  const put = (url, body, stop, moved) => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    const abort = () => request.abort();
    request.open("PUT", url);
    request.setRequestHeader("x-ms-version", protocol);
    request.timeout = 120000;
    request.upload.onprogress = e => moved(e.loaded);
    request.onload = () => done(request.status);
    request.onerror = request.ontimeout = () => fail(new Broken());
    request.onabort = () => fail(stop.reason ?? new Broken());
    request.onloadend = () => stop.removeEventListener("abort", abort);
    stop.addEventListener("abort", abort);
    request.send(body);
  });

  // What has arrived of a file, for as long as the tab lives: a reload forgets the file but not this.
  class Memory {
    static prefix = "tedori-upload ";

    constructor(endpoint, file) {
      this.key = Memory.prefix + JSON.stringify([endpoint, file.name, file.size, file.lastModified]);
      const kept = Memory.read(this.key);
      [this.uploadId, this.blockSize, this.arrived] = [kept?.uploadId, kept?.blockSize, new Set(kept?.arrived)];
    }

    static read(key) {
      try {
        return JSON.parse(sessionStorage.getItem(key));
      } catch {
        // A browser without storage remembers nothing.
        return null;
      }
    }

    static namesOf(endpoint) {
      try {
        return Object.keys(sessionStorage).filter(k => k.startsWith(Memory.prefix))
          .map(k => JSON.parse(k.slice(Memory.prefix.length))).filter(k => k[0] === endpoint).map(k => k[1]);
      } catch {
        // A browser without storage has nothing to go on with.
        return [];
      }
    }

    take(ticket) {
      if (ticket.uploadId !== this.uploadId || ticket.blockSize !== this.blockSize)
        this.arrived.clear();
      [this.uploadId, this.blockSize] = [ticket.uploadId, ticket.blockSize];
      this.keep();
    }

    keep() {
      const { uploadId, blockSize, arrived } = this;
      try {
        sessionStorage.setItem(this.key, JSON.stringify({ uploadId, blockSize, arrived: [...arrived] }));
      } catch {
        // A browser without storage goes on without remembering.
      }
    }

    forget() {
      if (Memory.read(this.key))
        sessionStorage.removeItem(this.key);
    }
  }

  class Upload {
    constructor(field, file, stop) {
      Object.assign(this, { field, file, stop, memory: new Memory(field.endpoint, file) });
    }

    async run() {
      await this.retrying(() => this.open());
      for (let round = 0; ; round++) {
        try {
          await this.send();
          break;
        } catch (e) {
          if (!(e instanceof Missing) || round === 2)
            throw e;
          this.memory.arrived.clear();
        }
      }
      this.field.say(words.checking(this.file.name));
      const listed = await this.retrying(() => this.field.post(`${this.field.endpoint}/${this.memory.uploadId}`, {}, this.stop));
      this.memory.forget();
      return listed;
    }

    async open() {
      const asked = { name: this.file.name, size: this.file.size };
      if (this.memory.uploadId)
        asked.uploadId = this.memory.uploadId;
      const ticket = await this.field.post(this.field.endpoint, asked, this.stop);
      const moved = ticket.uploadId !== this.memory.uploadId;
      this.memory.take(ticket);
      this.url = new URL(ticket.url, location.href).href;
      return moved;
    }

    async send() {
      const { file, memory } = this;
      const count = Math.ceil(file.size / memory.blockSize);
      for (let n = 0; n < count; n++) {
        if (memory.arrived.has(n))
          continue;
        const block = file.slice(n * memory.blockSize, (n + 1) * memory.blockSize);
        await this.retrying(() => this.store(`&comp=block&blockid=${encodeURIComponent(this.id(n))}`, block), true);
        memory.arrived.add(n);
        memory.keep();
      }
      const list = Array.from({ length: count }, (_, n) => `<Latest>${this.id(n)}</Latest>`).join("");
      await this.retrying(() => this.store("&comp=blocklist", `<BlockList>${list}</BlockList>`), true);
    }

    id(n) {
      return btoa(String(n).padStart(5, "0"));
    }

    async store(query, body) {
      const before = this.memory.arrived.size * this.memory.blockSize;
      const status = await put(this.url + query, body, this.stop, loaded =>
        this.field.move(this.file.name, Math.min(1, (before + loaded) / this.file.size)));
      if (status >= 200 && status < 300)
        return;
      if (status === 400 && typeof body === "string")
        throw new Missing();
      // 403: the URL has ended; the next try has a fresh one.
      if ([403, 404, 408, 409, 429].includes(status) || status >= 500)
        throw new Broken();
      throw new Refused(words.refused(this.file.name));
    }

    async retrying(work, renew = false) {
      for (let tries = 0; ; tries++) {
        try {
          if (tries > 0 && renew && await this.open())
            throw new Missing();
          return await work();
        } catch (e) {
          if (!(e instanceof Broken))
            throw e;
          // A file that can be read no more also looks like a broken connection.
          await this.file.slice(0, 1).arrayBuffer().catch(() => { throw new Refused(words.unreadable(this.file.name)); });
          if (tries === delays.length)
            throw new Refused(words.lost(this.file.name));
          this.field.say(words.retry(this.file.name));
          await pause(delays[tries] * this.field.patience);
          this.stop.throwIfAborted();
        }
      }
    }
  }

  class Field {
    constructor(form) {
      const part = name => form.querySelector(`[data-evidence-${name}]`);
      this.form = form;
      this.endpoint = form.dataset.evidence;
      this.patience = Number(form.dataset.evidencePatience ?? 1);
      this.input = form.querySelector("input[type=file]");
      [this.error, this.progress, this.status] = [part("error"), part("progress"), part("status")];
      this.bar = this.progress.querySelector("progress");
      this.list = document.getElementById(form.dataset.evidenceList);
      this.row = document.getElementById(form.dataset.evidenceRow);
      form.addEventListener("submit", e => {
        e.preventDefault();
        this.run();
      });
      part("stop").addEventListener("click", () => this.stop?.abort(new Refused(words.stopped(this.name))));
      addEventListener("beforeunload", e => this.stop && e.preventDefault());
      const left = Memory.namesOf(this.endpoint);
      if (left.length > 0)
        this.say(left.map(words.resume).join(" "));
    }

    async run() {
      const files = [...this.input.files];
      if (this.stop)
        return;
      this.fail(files.length > 0 ? [] : [words.none]);
      if (files.length === 0)
        return;
      this.stop = new AbortController();
      const faults = [];
      for (const file of files) {
        this.name = file.name;
        this.progress.hidden = false;
        this.move(file.name, 0);
        try {
          this.add(await new Upload(this, file, this.stop.signal).run());
          this.say(words.done(file.name));
        } catch (e) {
          if (!(e instanceof Refused))
            console.error(e);
          faults.push(e instanceof Refused ? e.message : words.lost(file.name));
          if (this.stop.signal.aborted)
            break;
        }
      }
      this.stop = null;
      this.progress.hidden = true;
      if (faults.length > 0)
        this.fail(faults);
      else
        this.input.value = "";
    }

    // The other fields of the form carry the token that our server asks for.
    async post(url, values, stop) {
      const body = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => typeof value === "string"));
      for (const [name, value] of Object.entries(values))
        body.set(name, value);
      const headers = { accept: "application/json" };
      const answer = await fetch(url, { method: "POST", body, headers, signal: stop, redirect: "manual" }).catch(e => {
        throw stop.aborted ? stop.reason : new Broken(e.message);
      });
      if (answer.status >= 500 || answer.status === 408 || answer.status === 429)
        throw new Broken();
      // What is not JSON is no answer of ours: a page that asks to sign in again, most often.
      const told = await answer.json().catch(() => ({}));
      if (!answer.ok)
        throw new Refused(told.text ?? words.session);
      return told;
    }

    add(listed) {
      if ([...this.list.children].some(r => r.dataset.number === String(listed.number)))
        return;
      const row = this.row.content.firstElementChild.cloneNode(true);
      row.dataset.number = listed.number;
      row.querySelector("[data-name]").textContent = listed.file.name;
      row.querySelector("[data-size]").textContent = `${Math.ceil(listed.file.size / 1024).toLocaleString("ja")} KB`;
      row.querySelector("[data-digest]").textContent = listed.file.sha256;
      if (listed.doubt) {
        const doubt = row.querySelector("[data-doubt]");
        doubt.hidden = false;
        doubt.textContent = `「${listed.file.name}」は受け付けましたが、${listed.doubt}`;
      }
      row.querySelector("form").action = `${this.endpoint}/${listed.number}/remove`;
      row.querySelector("button").setAttribute("aria-label", `「${listed.file.name}」を削除する`);
      this.list.append(row);
    }

    move(name, part) {
      this.bar.value = part * 100;
      // A screen reader is told every tenth only.
      this.say(words.sending(name, Math.floor(part * 10) * 10));
    }

    say(text) {
      if (this.status.textContent !== text)
        this.status.textContent = text;
    }

    fail(texts) {
      this.error.replaceChildren(...texts.map(text => Object.assign(document.createElement("p"), { textContent: text })));
      this.error.hidden = texts.length === 0;
      this.input.closest(".field").classList.toggle("wrong", texts.length > 0);
      this.input.setAttribute("aria-invalid", texts.length > 0);
      if (texts.length === 0)
        return;
      this.input.focus();
      this.say("");
    }
  }

  for (const form of document.querySelectorAll("form[data-evidence]"))
    new Field(form);
})();
