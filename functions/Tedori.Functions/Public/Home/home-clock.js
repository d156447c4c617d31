// Shows the server's time and lets it run on; asks for the page again when a round opens or closes. Without this script the page shows when it was made.
(() => {
  const clock = document.getElementById("clock");
  const served = Number(clock.dataset.now);
  const changes = Number(clock.dataset.changes);
  const started = performance.now();
  const english = clock.dataset.language === "en";
  const easy = clock.dataset.language === "ja-easy";
  const inJapan = english ? new Intl.DateTimeFormat("en-GB", {
    timeZone: "Asia/Tokyo", year: "numeric", month: "long", day: "numeric",
    weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  }) : new Intl.DateTimeFormat("ja-JP-u-ca-japanese", {
    timeZone: "Asia/Tokyo", era: "long", year: "numeric", month: "numeric", day: "numeric",
    weekday: "short", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
  });
  const show = () => {
    const now = new Date(served + performance.now() - started);
    const part = Object.fromEntries(inJapan.formatToParts(now).map(p => [p.type, p.value]));
    const time = `${part.hour}:${part.minute}:${part.second}`;
    const western = easy ? `(${now.toLocaleDateString("en-GB", { timeZone: "Asia/Tokyo", year: "numeric" })}年)` : "";
    clock.textContent = english
      ? `${part.day} ${part.month} ${part.year} (${part.weekday}) ${time} JST`
      : `${part.era}${part.year}年${western}${part.month}月${part.day}日(${part.weekday}) ${time}`;
    clock.dateTime = now.toISOString();
    // A second later, so that the server is past it too.
    if (changes > served && now.getTime() > changes + 1000) {
      clearInterval(running);
      location.reload();
    }
  };
  const running = setInterval(show, 1000);
  show();
})();
