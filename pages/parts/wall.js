// Draws what wall.py sends. Names come from workbooks: they only ever become text, never HTML.
const make = (tag, className, text) => {
  const element = document.createElement(tag);
  element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
};

export default function ({ parentElement, data, setTriggerValue }) {
  const wall = parentElement.querySelector(".wall");
  wall.className = data.big ? "wall big" : "wall";
  for (const [name, value] of Object.entries(data.colours)) wall.style.setProperty("--" + name, value);
  wall.style.setProperty("--columns", data.columns);

  const legend = make("div", "legend");
  for (const { state, glyph, text } of data.legend) {
    const entry = make("span", "entry");
    const swatch = make("span", "swatch " + state, glyph);
    swatch.setAttribute("aria-hidden", "true");
    entry.append(swatch, text);
    legend.append(entry);
  }

  const rows = data.towns.map((town) => {
    const row = make("div", "row");
    row.setAttribute("role", "group");
    row.setAttribute("aria-label", town.name + " " + town.count);
    const tiles = make("div", "tiles");
    for (const tile of town.tiles) {
      const button = make("button", "tile " + tile.state, tile.glyph);
      button.type = "button";
      button.title = tile.tip;
      button.setAttribute("aria-label", tile.tip);
      button.onclick = () => setTriggerValue("chosen", { town: town.name, village: tile.name });
      tiles.append(button);
    }
    row.append(make("div", "name", town.name), tiles, make("div", "count", town.count));
    return row;
  });
  const grid = make("div", "rows");
  grid.append(...rows);
  wall.replaceChildren(legend, grid);
}
