// Improves the pages behind a signed link: saves while somebody types, counts down, opens what was chosen, prints.
(() => {
  'use strict';
  const PAUSE = 2000;

  const texts = (form) => [...new FormData(form)].filter(([, value]) => typeof value === 'string');

  const show = (form, answer) => {
    const saved = document.getElementById('saved');
    if (saved) saved.textContent = answer.text;
    if (answer.status !== 'saved') return;
    document.dispatchEvent(new Event('tedori-saved'));
    form.elements.version.value = answer.version;
    const amount = document.querySelector('[data-amount]');
    if (amount) amount.replaceChildren(...answer.amount.map((line) => {
      const p = document.createElement('p');
      p.textContent = line;
      return p;
    }));
    const reason = document.querySelector('[data-reason] dl');
    if (reason) reason.replaceChildren(...answer.reason.flatMap(({ term, text }, i) => {
      const dd = document.createElement('dd');
      dd.textContent = text;
      if (i > 0 && answer.reason[i - 1].term === term) return [dd];
      const dt = document.createElement('dt');
      dt.textContent = term;
      return [dt, dd];
    }));
    for (const reading of document.querySelectorAll('[data-reading]'))
      reading.textContent = answer.readings[reading.dataset.reading] || '';
    for (const verdict of document.querySelectorAll('[data-verdict]'))
      verdict.textContent = answer.verdicts[verdict.dataset.verdict] || '';
  };

  const autosave = (form) => {
    let timer = 0;
    let running = false;
    let stopped = false;
    const save = async () => {
      if (running) return later();
      running = true;
      try {
        const response = await fetch(form.dataset.autosave, { method: 'POST', body: new URLSearchParams(texts(form)) });
        if (response.status === 429) return later((Number(response.headers.get('retry-after')) || 10) * 1000);
        const answer = await response.json();
        // Another tab has replaced the token; the new one is taken at the next try.
        if (answer.status === 'token') {
          form.elements.token.value = answer.value;
          return later();
        }
        if (answer.status === 'session') {
          show(form, answer);
          return later(60000);
        }
        stopped = answer.status !== 'saved';
        show(form, answer);
      } catch {
        const saved = document.getElementById('saved');
        if (saved) saved.textContent = form.dataset.failed;
      } finally {
        running = false;
      }
    };
    const later = (pause = 0, least = PAUSE) => {
      clearTimeout(timer);
      if (!stopped) timer = setTimeout(save, Math.max(pause, least));
    };
    form.addEventListener('input', () => later());
    // A box that is ticked changes the amount at once.
    form.addEventListener('change', (e) => { if (e.target.matches('[type=checkbox],[type=radio]')) later(0, 0); });
    form.addEventListener('submit', (e) => {
      // A form that waits for its files is not sent yet.
      if (e.defaultPrevented) return;
      clearTimeout(timer);
      stopped = true;
    });
  };

  const countDown = (banner) => {
    // By the server's clock: only the time that passed here is taken from this machine's.
    const left = Date.parse(banner.dataset.deadline) - Date.parse(banner.dataset.now);
    const start = performance.now();
    const minutes = banner.querySelector('[data-minutes]');
    const tick = () => {
      const rest = left - (performance.now() - start);
      if (rest > 0) {
        minutes.textContent = String(Math.ceil(rest / 60000));
        setTimeout(tick, 1000);
      } else {
        banner.querySelector('p').textContent = banner.dataset.over;
      }
    };
    tick();
  };

  // A few minutes before the session ends it says so, with a button that lets it go on; whatever is typed stays here.
  const watchSession = (note) => {
    const WARNING = 10 * 60000;
    const life = Date.parse(note.dataset.sessionEnds) - Date.parse(note.dataset.now);
    let start = performance.now();
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = note.dataset.goOn;
    button.addEventListener('click', async () => {
      // The page of the case, and not this one: it may say that something is wrong, and yet the session lives.
      const home = location.pathname.split('/').slice(0, 3).join('/');
      const answer = await fetch(home, { method: 'HEAD' }).catch(() => null);
      if (!answer || !answer.ok) return;
      start = performance.now();
      note.textContent = note.dataset.extended;
      tick();
    });
    const tick = () => {
      const rest = life - (performance.now() - start);
      if (rest <= 0) {
        note.textContent = note.dataset.ended;
      } else if (rest <= WARNING) {
        note.replaceChildren(note.dataset.left.replace('{0}', Math.ceil(rest / 60000)), button);
        setTimeout(tick, 30000);
      } else {
        setTimeout(tick, rest - WARNING);
      }
    };
    document.addEventListener('tedori-saved', () => { start = performance.now(); });
    tick();
  };

  document.querySelectorAll('[data-session-ends]').forEach(watchSession);
  document.querySelectorAll('form[data-autosave]').forEach(autosave);
  document.querySelectorAll('[data-deadline]').forEach(countDown);
  document.querySelectorAll('details[data-with]').forEach((details) => {
    const box = document.getElementById(details.dataset.with);
    if (box) box.addEventListener('change', () => { if (box.checked) details.open = true; });
  });
  document.querySelectorAll('[data-print]').forEach((button) => {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  });
  const errors = document.getElementById('errors');
  if (errors) errors.focus();
})();
