// A presenter's clicker is a keyboard: it sends page keys, F5 to start and a full stop for black.
const NEXT = ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter", "n", "N"];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp", "Backspace", "p", "P"];
const TYPED = 900;

const onKey = (deck, event) => {
  const { key, target } = event;
  if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|TEXTAREA/.test(target.tagName)) return;
  deck.paused = Date.now() + 60000;
  const focused = deck.root.getRootNode().activeElement?.closest(".askable, .way");
  let known = true;
  if ((key === "Enter" || key === " ") && focused) focused.click();
  else if (NEXT.includes(key)) deck.go(deck.place + 1);
  else if (BACK.includes(key)) deck.go(deck.place - 1);
  else if (key === "Home") deck.go(0);
  else if (key === "End") deck.go(deck.slides.length - 1);
  else if (/^[0-9]$/.test(key)) digit(deck, key);
  else if (key === "." || key === "b" || key === "B") deck.root.classList.toggle("black");
  else if (key === "f" || key === "F" || key === "F5") fullScreen();
  else if (key === "t" || key === "T") deck.turn();
  else if (key === "Escape") deck.back();
  else known = false;
  if (known) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }
};

// Two digits typed quickly are one number: 1, 2 is slide twelve.
const digit = (deck, key) => {
  const now = Date.now();
  const typed = now - (deck.typedAt ?? 0) < TYPED ? (deck.typed ?? "") + key : key;
  const number = [typed, key].map(Number).find((one) => one >= 1 && one <= deck.slides.length);
  deck.typedAt = now;
  deck.typed = typed.slice(-2);
  if (number) deck.go(number - 1);
};

const fullScreen = () => {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
};

// A touch panel has no keys: a swipe turns the slide.
const onTouch = (deck) => {
  let from;
  deck.root.addEventListener("touchstart", (event) => { from = event.touches[0].clientX; }, { passive: true });
  deck.root.addEventListener("touchend", (event) => {
    const way = event.changedTouches[0].clientX - from;
    if (Math.abs(way) > 80) deck.go(deck.place + (way < 0 ? 1 : -1));
  }, { passive: true });
};
