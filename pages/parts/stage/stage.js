// The stage: all slides are there before they are shown, so that turning one asks nobody, and lasts when the server is gone.
// It lies over the page, not in it: a rerun, a lost connection or a new session leaves it alone.
let deck;

const HIDE_THE_PAGE = `
  html.projected, html.projected body { overflow: hidden !important; }
  html.projected body > :not(.projection), html.projected body > :not(.projection) * { visibility: hidden !important; }
  .projection { position: fixed; inset: 0; z-index: 2147483000; }
  .press { position: fixed; left: 0; top: 0; width: 1728px; height: 0; overflow: hidden; }
`;

const address = (changes) => {
  const url = new URL(location);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  history.replaceState(history.state, "", url);
};

const fit = () => {
  const scale = Math.min(innerWidth / 1920, innerHeight / 1080);
  const across = (innerWidth - 1920 * scale) / 2, down = (innerHeight - 1080 * scale) / 2;
  deck.root.style.setProperty("--place", `translate(${across}px, ${down}px) scale(${scale})`);
};

const clock = (time) => time.toTimeString().slice(0, 5);

const listen = async () => {
  // The answer may come when the stage has been left.
  const mine = deck;
  try {
    const answer = await fetch(location.pathname.replace(/[^/]*\/?$/, "healthz"), { cache: "no-store" });
    if (!answer.ok) throw new Error("not healthy");
    mine.seen = new Date();
    mine.root.classList.remove("alone");
  } catch {
    mine.offline.textContent = `● 离线，显示截至 ${clock(mine.seen)} 的数据`;
    mine.root.classList.add("alone");
  }
};

// A tree of its own: the page's style sheet does not reach it, nor it the page.
const planted = (name, data, ...children) => {
  const host = make("div", name);
  const root = make("div", "deck", ...children);
  host.attachShadow({ mode: "open" }).append(make("style", "", data.css), root);
  root.setAttribute("role", "region");
  root.setAttribute("aria-label", "投屏");
  const asked = new URL(location).searchParams.get("theme");
  root.dataset.theme = ["light", "dark"].includes(asked) ? asked : data.theme;
  document.body.append(host);
  return { host, root };
};

// While the deck is made the browser loads what will draw it, and says so.
const prepare = (data) => {
  loadPlotly(data.plotly).catch(() => {});
  loadFonts(data.said);
  const shown = () => document.querySelector(".projection");
  const { host } = shown() ? {} : planted("preparing", data, make("p", "coming-soon", data.preparing));
  return () => host?.remove();
};

const open = (data) => {
  document.querySelector(".preparing")?.remove();
  const outside = make("style", "", HIDE_THE_PAGE);
  const press = make("div", "press");
  const { host, root } = planted("projection", data);
  const offline = make("p", "offline");
  document.head.append(outside);
  document.body.append(press);
  document.documentElement.classList.add("projected");

  deck = {
    root, press, offline, slides: [], place: 0, paused: 0, seen: new Date(), address: data.plotly,
    go(place) {
      // A key, or the clock, may come before the first slides are there.
      if (!this.stage) return;
      this.close();
      this.root.classList.remove("black");
      this.place = (place + this.slides.length) % this.slides.length;
      [...this.stage.querySelectorAll(".slide")].forEach((slide, number) => slide.classList.toggle("on", number === this.place));
      this.number.textContent = `${this.place + 1} / ${this.slides.length}`;
      root.dataset.slide = this.place + 1;
      address({ slide: this.place + 1 });
    },
    turn() {
      root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
      address({ theme: root.dataset.theme });
      if (this.stage) drawCharts(this, this.stage, this.slides, root.dataset.theme, this.place);
    },
    ask(follow) {
      this.close();
      this.answer = makeAnswer(follow);
      this.stage.append(this.answer);
    },
    close() {
      this.answer?.remove();
      this.answer = undefined;
    },
    back() {
      if (this.answer) this.close();
      else if (root.classList.contains("black")) root.classList.remove("black");
      else this.leave();
    },
  };
  const key = (event) => onKey(deck, event);
  addEventListener("resize", fit);
  document.addEventListener("keydown", key, true);
  onTouch(deck);
  const timers = [setInterval(listen, 4000)];
  if (data.auto > 0) timers.push(setInterval(() => { if (Date.now() > deck.paused) deck.go(deck.place + 1); }, data.auto * 1000));
  deck.end = () => {
    removeEventListener("resize", fit);
    document.removeEventListener("keydown", key, true);
    timers.forEach(clearInterval);
    for (const element of [host, press, outside]) element.remove();
    document.documentElement.classList.remove("projected");
    deck = undefined;
  };
  fit();
};

const fill = async (data) => {
  const mine = deck;
  const began = performance.now();
  const number = make("span", "page"), marking = make("span", "marking", data.marking);
  const foot = make("footer", "", make("span", "facts", data.foot.join("　")), make("span", "marks", marking, data.sample ? make("em", "", "示例数据") : ""), number);
  const stage = make("div", "stage", ...data.slides.map((slide) => makeSlide(slide, (follow) => mine.ask(follow))), foot);
  stage.classList.add("coming", "drawing");
  mine.root.append(stage);
  const asked = Number(new URL(location).searchParams.get("slide") || 1) - 1;
  const place = Math.min(Math.max(asked, 0), data.slides.length - 1);
  const show = () => {
    const now = mine.stage ? data.slides.findIndex((slide) => slide.id === mine.slides[mine.place].id) : place;
    stage.append(mine.offline);
    mine.stage?.remove();
    Object.assign(mine, { stage, number, slides: data.slides });
    stage.classList.remove("coming");
    mine.go(now >= 0 ? now : Math.min(mine.place, data.slides.length - 1));
  };
  loadPlotly(mine.address).catch(() => {});
  await loadFonts(data.slides);
  // The very first slides are shown at once and drawn one by one; newer ones come when all of them are drawn.
  if (!mine.stage) show();
  await drawCharts(mine, stage, data.slides, mine.root.dataset.theme, place, mine.stage !== stage);
  if (deck !== mine || mine.stamp !== data.stamp) return mine.stage === stage || stage.remove();
  if (mine.stage !== stage) show();
  stage.classList.remove("drawing");
  mine.root.dataset.ready = Math.round(performance.now() - began);
  const other = mine.root.dataset.theme === "dark" ? "light" : "dark";
  drawCharts(mine, stage, data.slides, other, place, true);
};

const STAGE_ONLY = ["show", "deck", "panels", "slide", "theme", "auto", "mask"];
let leaving;
export default function ({ data, setTriggerValue }) {
  clearTimeout(leaving);
  // A session that begins again takes the stage over; one that shows something else takes it down.
  const cleanUp = () => { leaving = setTimeout(() => deck?.end(), 3000); };
  // Between leaving and being taken off the page there may be one more call.
  if (!new URL(location).searchParams.has("show")) return cleanUp;
  if (data.preparing) return prepare(data);
  if (!deck) open(data);
  deck.leave = () => {
    deck.end();
    address(Object.fromEntries(STAGE_ONLY.map((name) => [name, null])));
    setTriggerValue("left", true);
  };
  if (deck.stamp !== data.stamp) {
    deck.stamp = data.stamp;
    fill(data);
  }
  return cleanUp;
}
