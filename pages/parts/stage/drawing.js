// Charts are drawn once, outside the scaled stage: inside it Plotly would measure its own labels scaled.
const loadPlotly = (address) => {
  // Asked for while the deck is still being made, by another instance of this script.
  window.plotlyComing ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => { window.plotlyComing = undefined; script.remove(); reject(new Error("no chart code")); };
    document.head.append(script);
  });
  return window.plotlyComing;
};

// The fonts come in slices of characters; a label measured before its slice is there would be cut.
const loadFonts = async (said) => {
  const characters = [...new Set(JSON.stringify(said))].join("");
  const faces = ["400 44px 'Inspection Sans'", "700 44px 'Inspection Sans'", "800 64px 'Inspection Serif'"];
  const patience = new Promise((resolve) => setTimeout(resolve, 2500));
  await Promise.race([Promise.all(faces.map((face) => document.fonts.load(face, characters))).catch(() => {}), patience]);
};

const drawChart = async (Plotly, press, section, chart, theme) => {
  const space = section.querySelector(".plot");
  if (!space || space.querySelector(".for-" + theme)) return;
  const { data, layout } = chart[theme];
  const box = make("div", "drawn for-" + theme);
  press.append(box);
  // Measured once, while all slides are laid out.
  section.room ??= { width: space.parentElement.clientWidth, height: space.parentElement.clientHeight };
  // A chart of few rows may grow a little, never so much that its bars become blocks.
  const size = { width: section.room.width, height: Math.min(layout.height * 1.4, section.room.height), autosize: false };
  await Plotly.newPlot(box, data, { ...layout, ...size }, { staticPlot: true, responsive: false, displayModeBar: false });
  space.append(box);
};

const idle = () => new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve, { timeout: 1000 }));

// `unseen`: what is drawn is not shown yet, so that a key comes before each chart.
const drawCharts = async (deck, stage, slides, theme, first, unseen = false) => {
  const Plotly = await loadPlotly(deck.address);
  const sections = [...stage.querySelectorAll(".slide")];
  const order = slides.map((_, place) => place).sort((a, b) => (b === first) - (a === first) || a - b);
  for (const place of order) {
    if (!slides[place].charts) continue;
    if (unseen) await idle();
    await drawChart(Plotly, deck.press, sections[place], slides[place].charts, theme);
  }
};
