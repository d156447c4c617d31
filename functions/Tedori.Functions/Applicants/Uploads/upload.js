// Puts files straight into the store, in parts that can be created once each; one that broke off is sent again. The
// controls of EvidenceField.razor work without it: then the form posts the files to us.
(() => {
  "use strict";

  const delays = [1, 2, 4, 8, 15, 30]; // seconds before each further try of the same request
  const longestOffline = 600;
  const protocol = "2023-01-03";
  // The page says them in the language of the reader; {0} stands for the name of a file.
  const words = Object.fromEntries(Object.entries(JSON.parse(document.querySelector("[data-evidence-words]")?.dataset.evidenceWords ?? "{}"))
    .map(([key, text]) => [key, (...places) => text.replace(/\{(\d)\}/g, (_, place) => places[place])]));

  class Broken extends Error {} // worth another try

  // Its message is for the applicant.
  class Refused extends Error {
    constructor(message, code) {
      super(message);
      this.code = code;
    }
  }

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
    request.setRequestHeader("x-ms-blob-type", "BlockBlob");
    request.timeout = 120000;
    request.upload.onprogress = e => moved(e.loaded);
    request.onload = () => done(request.status);
    request.onerror = request.ontimeout = () => fail(new Broken());
    request.onabort = () => fail(stop.reason ?? new Broken());
    request.onloadend = () => stop.removeEventListener("abort", abort);
    stop.addEventListener("abort", abort);
    request.send(body);
  });

  // Which upload a file has, for as long as the tab lives: a reload forgets the file but not this.
  class Memory {
    static prefix = "tedori-upload ";

    constructor(endpoint, file) {
      this.key = Memory.prefix + JSON.stringify([endpoint, file.name, file.size, file.lastModified]);
      this.uploadId = Memory.read(this.key)?.uploadId;
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

    keep(uploadId) {
      this.uploadId = uploadId;
      try {
        sessionStorage.setItem(this.key, JSON.stringify({ uploadId }));
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
    constructor(field, file, slot, stop) {
      Object.assign(this, { field, file, slot, stop, memory: new Memory(field.endpoint, file) });
    }

    async run() {
      for (let round = 0; ; round++) {
        await this.retrying(() => this.open());
        await this.send();
        this.field.say(words.checking(this.file.name));
        try {
          return await this.register();
        } catch (e) {
          // The store has lost parts: the next ticket tells which.
          if (e.code !== "uploadIncomplete" || round === 2)
            throw e;
        }
      }
    }

    async open() {
      const asked = { name: this.file.name, size: this.file.size, slot: this.slot };
      if (this.memory.uploadId)
        asked.uploadId = this.memory.uploadId;
      const ticket = await this.field.post(this.field.endpoint, asked, this.stop);
      this.memory.keep(ticket.uploadId);
      [this.partSize, this.missing] = [ticket.partSize, ticket.parts];
    }

    async send() {
      while (this.missing.length > 0)
        await this.retrying(async tries => {
          // Whatever went wrong, the next ticket has fresh URLs, and leaves out what has arrived without our hearing of it.
          if (tries > 0)
            await this.open();
          if (this.missing.length > 0)
            await this.store(this.missing[0]);
          this.missing.shift();
        });
    }

    part(number) {
      return this.file.slice((number - 1) * this.partSize, number * this.partSize);
    }

    async store({ number, url }) {
      const left = this.missing.reduce((sum, missing) => sum + this.part(missing.number).size, 0);
      const status = await put(new URL(url, location.href).href, this.part(number), this.stop, loaded =>
        this.field.move(this.file.name, Math.min(1, (this.file.size - left + loaded) / this.file.size)));
      if (status >= 200 && status < 300)
        return;
      // 403: the URL has ended, or the part is there already; 409: that too.
      if ([403, 404, 408, 409, 429].includes(status) || status >= 500)
        throw new Broken();
      throw new Refused(words.refused(this.file.name));
    }

    async register() {
      const sha256 = await this.digest();
      const listed = await this.retrying(() =>
        this.field.post(`${this.field.endpoint}/${this.memory.uploadId}`, sha256 ? { sha256 } : {}, this.stop));
      this.memory.forget();
      return listed;
    }

    // Only pages that came over a safe connection can compute it.
    async digest() {
      if (!globalThis.crypto?.subtle)
        return null;
      const content = await this.file.arrayBuffer().catch(() => { throw new Refused(words.unreadable(this.file.name)); });
      const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
      return Array.from(bytes, b => b.toString(16).padStart(2, "0")).join("");
    }

    async retrying(work) {
      for (let tries = 0; ; tries++) {
        try {
          return await work(tries);
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
    constructor(root) {
      const part = name => root.querySelector(`[data-evidence-${name}]`);
      this.root = root;
      this.endpoint = root.dataset.evidence;
      this.patience = Number(root.dataset.evidencePatience ?? 1);
      this.inputs = [...root.querySelectorAll("input[type=file]")];
      this.input = this.inputs.at(-1);
      [this.error, this.progress, this.status] = [part("error"), part("progress"), part("status")];
      this.bar = this.progress.querySelector("progress");
      this.list = document.getElementById(root.dataset.evidenceList);
      this.row = document.getElementById(root.dataset.evidenceRow);
      part("send").addEventListener("click", e => {
        e.preventDefault();
        this.run();
      });
      part("stop").addEventListener("click", () => this.stop?.abort(new Refused(words.stopped(this.name))));
      // In capture, so that whatever else listens hears of a form that is really sent.
      this.input.form.addEventListener("submit", e => this.sendFirst(e), { capture: true });
      addEventListener("beforeunload", e => this.stop && e.preventDefault());
      const left = Memory.namesOf(this.endpoint);
      if (left.length > 0)
        this.say(left.map(words.resume).join(" "));
    }

    // A chosen file goes before the form: the form would take its name alone.
    sendFirst(submit) {
      if (!this.stop && this.inputs.every(input => input.files.length === 0))
        return;
      submit.preventDefault();
      this.after = submit.submitter;
      if (!this.stop)
        this.run();
    }

    async run() {
      const files = this.inputs.flatMap(input => [...input.files].map(file => ({ file, slot: input.dataset.slotInput })));
      if (this.stop)
        return;
      this.fail(files.length > 0 ? [] : [words.none()]);
      if (files.length === 0)
        return;
      this.stop = new AbortController();
      const faults = [];
      for (const { file, slot } of files) {
        this.name = file.name;
        this.progress.hidden = false;
        this.move(file.name, 0);
        try {
          this.add(await new Upload(this, file, slot, this.stop.signal).run());
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
      const after = this.after;
      this.after = null;
      if (faults.length > 0)
        return this.fail(faults);
      for (const input of this.inputs)
        input.value = "";
      if (after)
        this.input.form.requestSubmit(after);
    }

    // The form carries the token that our server asks for.
    async post(url, values, stop) {
      const token = this.root.dataset.evidenceToken;
      const body = new URLSearchParams({ [token]: this.input.form.elements[token].value });
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
        throw new Refused(told.text ?? words.session(), told.code);
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
      const mark = this.root.querySelector(`[data-slot="${CSS.escape(listed.file.slot ?? "")}"]`);
      if (mark) {
        row.querySelector("[data-document]").replaceChildren(
          ...[...mark.parentElement.childNodes].filter(n => n !== mark).map(n => n.cloneNode(true)));
        mark.textContent = words.there();
        mark.className = "mark there";
      }
      if (listed.doubt) {
        const doubt = row.querySelector("[data-doubt]");
        doubt.hidden = false;
        doubt.textContent = words.doubt(listed.file.name, listed.doubt);
      }
      row.querySelector("button").setAttribute("formaction", `${this.endpoint}/${listed.number}/remove`);
      row.querySelector("button").setAttribute("aria-label", words.remove(listed.file.name));
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

  for (const root of document.querySelectorAll("[data-evidence]"))
    new Field(root);
})();
