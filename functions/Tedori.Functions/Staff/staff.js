// Single keys, only outside of fields, and only until the member switches them off (WCAG 2.1.4).
(() => {
  const kept = "tedori-keys-off";
  const read = () => { try { return localStorage.getItem(kept) === "1"; } catch { return false; /* private mode */ } };
  const write = off => { try { off ? localStorage.setItem(kept, "1") : localStorage.removeItem(kept); } catch { /* private mode */ } };
  const box = document.querySelector("[data-keys]");
  if (box) {
    box.hidden = false;
    const input = box.querySelector("input");
    input.checked = !read();
    input.addEventListener("change", () => write(!input.checked));
  }

  const rows = () => [...document.querySelectorAll("[data-rows] tbody tr")].map(r => r.querySelector("a")).filter(a => a);
  const move = step => {
    const links = rows();
    if (links.length === 0) return;
    const at = links.indexOf(document.activeElement?.closest("tr")?.querySelector("a"));
    const next = at < 0 ? (step > 0 ? 0 : links.length - 1) : Math.min(Math.max(at + step, 0), links.length - 1);
    links[next].focus();
  };
  const tick = () => document.activeElement?.closest("tr")?.querySelector("input[type=checkbox]")?.click();

  document.addEventListener("keydown", e => {
    const typing = e.target.closest?.("input:not([type=checkbox]):not([type=radio]),textarea,select");
    if (typing || e.ctrlKey || e.metaKey || e.altKey || read()) return;
    const link = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    if (link) link.matches("input,textarea,select") ? link.focus() : link.click();
    else if (e.key === "j") move(1);
    else if (e.key === "k") move(-1);
    else if (e.key === "x") tick();
    else return;
    e.preventDefault();
  });

  const all = document.querySelector("[data-all]");
  all?.addEventListener("change", () =>
    document.querySelectorAll("[data-rows] tbody input[type=checkbox]").forEach(b => { b.checked = all.checked; }));
})();
