// One slide's DOM from its plain data. Texts come from workbooks: they only ever become text, never HTML.
const make = (tag, className, ...children) => {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== undefined && child !== null && child !== ""));
  return element;
};

// The two marks of a sentence: **strong**, !!warning!!.
const marked = (text) =>
  text.split(/(\*\*.+?\*\*|!!.+?!!)/).map((part) => {
    const strong = part.startsWith("**"), warning = part.startsWith("!!");
    if ((strong || warning) && part.length > 4) return make(strong ? "b" : "mark", "", part.slice(2, -2));
    return part;
  });

const askable = (element, follow, ask) => {
  if (!follow) return element;
  element.classList.add("askable");
  element.tabIndex = 0;
  element.setAttribute("role", "button");
  element.setAttribute("aria-label", "查看" + follow.title + "的分布");
  element.addEventListener("click", () => ask(follow));
  return element;
};

const bar = (card) => {
  const box = make("div", "bar");
  if (card.fraction === null) return undefined;
  const done = make("i"), due = make("u");
  done.style.width = card.fraction * 100 + "%";
  if (card.pace !== null && card.fraction < card.pace) box.classList.add("lags");
  box.append(done);
  if (card.pace !== null) {
    due.style.left = card.pace * 100 + "%";
    box.append(due);
  }
  return box;
};

const value = (card) => make("b", "back-row", card.value, make("small", "", card.unit));

const KINDS = {
  cover: (slide) => [make("div", "rule"), ...slide.lines.map((line) => make("p", "back-row line", line))],

  figures: (slide, ask) => {
    const [hero, ...others] = slide.cards;
    const large = make(
      "div", "hero", make("p", "back-row label", hero.label), value(hero), bar(hero),
      make("p", "back-row line" + (hero.warn ? " late" : ""), hero.line),
    );
    const side = make("div", "side", ...others.map((card) => {
      const box = make(
        "div", "figure", make("p", "back-row label", card.label), value(card),
        make("p", "back-row line" + (card.warn ? " late" : ""), card.delta || card.line),
      );
      return askable(box, card.follow, ask);
    }));
    return [askable(large, hero.follow, ask), side];
  },

  steps: (slide) => slide.steps.flatMap((step, number) => {
    const row = make(
      "div", "step", make("span", "back-row", step.label), make("b", "back-row", step.value, make("small", "", step.unit)),
    );
    row.style.cssText = `width:${[100, 72, 58, 46][number]}%;background:var(--step-${number}-fill);color:var(--step-${number}-ink)`;
    return step.between ? [make("p", "back-row between", "↓ " + step.between), row] : [row];
  }),

  wall: (slide) => {
    const { legend, rows, chips } = slide.wall;
    const swatch = ({ state, glyph, text }) => make("span", "entry back-row", make("i", "swatch " + state, glyph), text);
    const towns = rows.map((town) => {
      const tiles = make("div", "tiles", ...town.tiles.map((tile) => {
        const box = make("i", "tile " + tile.state, tile.glyph);
        box.title = tile.tip;
        return box;
      }));
      return make("div", "town", make("span", "back-row name", town.name), tiles, make("span", "back-row count", town.count));
    });
    const finished = make("div", "chips", ...chips.map((chip) => make("span", "chip back-row", make("i", "", "✓"), chip)));
    return [
      make("div", "legend", ...legend.map(swatch)), ...towns,
      chips.length ? make("p", "back-row whole", "已全部完成：") : "", chips.length ? finished : "",
    ];
  },

  list: (slide) => {
    const { head, rows, numbers } = slide.list;
    const side = (place) => (numbers[place] ? "number" : "");
    const cells = (tag, row) => row.map((text, place) => make(tag, ("back-row " + side(place)).trim(), text));
    return [make(
      "table", "", make("thead", "", make("tr", "", ...cells("th", head))),
      make("tbody", "", ...rows.map((row) => make("tr", "", ...cells("td", row)))),
    )];
  },

  chart: (slide) => {
    const space = make("div", "plot");
    space.setAttribute("role", "img");
    space.setAttribute("aria-label", slide.alt);
    return [space];
  },
};

const makeSlide = (slide, ask) => {
  const heading = make("h1", "back-row", ...marked(slide.title));
  heading.style.fontSize = slide.size + "px";
  const kicker = slide.kicker ? make("p", "kicker", slide.kicker, slide.unit ? make("span", "", slide.unit) : "") : "";
  const body = make("div", "body " + slide.kind, ...KINDS[slide.kind](slide, ask));
  const section = make(
    "section", "slide", make("header", "", kicker, heading), askable(body, slide.follow, ask),
    slide.note ? make("p", "note", slide.note) : "",
  );
  section.dataset.id = slide.id;
  section.dataset.kind = slide.kind;
  return section;
};

// The answer to a follow-up question: one figure split up to three ways, side by side.
const makeAnswer = (follow) => {
  const groups = follow.groups.map((group) => make(
    "div", "group", make("h2", "back-row", group.label),
    ...group.rows.map(([name, text, share]) => {
      const length = make("i");
      length.style.width = share * 100 + "%";
      return make("div", "part", make("span", "back-row name", name), make("b", "back-row", text), make("div", "length", length));
    }),
    group.left ? make("p", "left", group.left) : "",
  ));
  const way = follow.address ? make("a", "way", "溯源（新窗口）") : make("span", "", "来源页会显示单位名称，关闭投屏脱敏后可查看");
  if (follow.address) Object.assign(way, { href: location.pathname.replace(/[^/]*\/?$/, "") + follow.address.slice(1), target: "_blank", rel: "noopener" });
  const heading = make("h1", "back-row", follow.title + " ", make("b", "", `${follow.value} ${follow.unit}`.trim()), follow.of ? `（${follow.of}）` : "");
  const answer = make("div", "answer", make("header", "", make("p", "kicker", "按退出键返回", way), heading), make("div", "groups", ...groups));
  answer.setAttribute("role", "dialog");
  answer.setAttribute("aria-label", follow.title + "的分布");
  return answer;
};
