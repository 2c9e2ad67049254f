// Saves a chart as PNG or SVG, with its title, subtitle and source line inside, drawn in the visitor's browser.
// A page shows buttons with `data-picture`; all they need stands in `data-` attributes of the element around them.

const WIDTH = 1200;
const SCALE = 2;
const EDGE = 32;
const ABREAST = 3;
const GAP = 24;
const FAMILY = "IBM Plex Sans";
const TEXTS = {
  title: { size: 24, weight: 600, line: 31, after: 6 },
  subtitle: { size: 16, weight: 400, line: 22, after: 16 },
  name: { size: 16, weight: 600, line: 22, after: 2 },
  source: { size: 13, weight: 400, line: 18, after: 0 },
};
const LIGHT = { ground: "#FFFFFF", ink: "#0B161E", quiet: "#52616D" };
const DARK = { ground: "#10191F", ink: "#EDF2F5", quiet: "#A9B7C2" };
const SVG = "http://www.w3.org/2000/svg";

let plotly;

function loadPlotly(address) {
  plotly ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve(window.Plotly);
    script.onerror = () => {
      plotly = undefined;
      reject(new Error(`${address} did not load`));
    };
    document.head.append(script);
  });
  return plotly;
}

// The figures to draw, each with its name where there are several: those handed over, else those on the page.
function figuresOf(words) {
  const names = JSON.parse(words.names);
  if (words.figures) {
    return JSON.parse(words.figures).map((figure, place) => ({ ...figure, name: names[place] }));
  }
  const charts = [...document.querySelectorAll(`.${CSS.escape(words.container)} .js-plotly-plot`)];
  if (charts.length !== names.length) {
    throw new Error(`${charts.length} charts in ${words.container}, expected ${names.length}`);
  }
  return charts.map((chart, place) => ({
    data: chart.data,
    layout: { ...chart.layout, height: chart.layout.height ?? chart.clientHeight },
    name: names[place],
  }));
}

function isDark(colour) {
  const parts = (colour ?? "").match(/^#(..)(..)(..)$/);
  return parts !== null && parts.slice(1).reduce((sum, part) => sum + parseInt(part, 16), 0) < 3 * 128;
}

function wrap(words, style) {
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${style.weight} ${style.size}px "${FAMILY}", Arial, sans-serif`;
  const lines = [];
  for (const word of words.split(/\s+/).filter(Boolean)) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= WIDTH - 2 * EDGE) {
      lines[lines.length - 1] = longer;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function writeLines(parent, lines, style, top, colour, left = EDGE) {
  for (const [row, line] of lines.entries()) {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", left);
    text.setAttribute("y", top + row * style.line + style.size);
    text.setAttribute("fill", colour);
    text.setAttribute("font-size", style.size);
    text.setAttribute("font-weight", style.weight);
    text.textContent = line;
    parent.append(text);
  }
  return top + lines.length * style.line + style.after;
}

// Only the weights that the picture uses are put into it.
async function embedFonts(picture) {
  const written = new XMLSerializer().serializeToString(picture);
  const used = new Set([...written.matchAll(/font-weight[:=]["\s]*(\w+)/g)].map(([, weight]) => weight));
  const weights = [400, 500, 600, 700].filter(
    (weight) => weight === 400 || used.has(String(weight)) || (weight === 700 && used.has("bold")),
  );
  const faces = await Promise.all(
    weights.map(async (weight) => {
      const address = new URL(`ibm-plex-sans-latin-${weight}-normal.woff2`, import.meta.url);
      const answer = await fetch(address);
      if (!answer.ok) {
        throw new Error(`${address} did not load`);
      }
      const bytes = new Uint8Array(await answer.arrayBuffer());
      const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
      return `@font-face{font-family:"${FAMILY}";font-weight:${weight};src:url(data:font/woff2;base64,${btoa(letters)}) format("woff2")}`;
    }),
  );
  const style = document.createElementNS(SVG, "style");
  style.textContent = faces.join("\n");
  picture.prepend(style);
}

async function drawChart(Plotly, figure, x, width) {
  const size = { width, height: figure.layout.height ?? 450 };
  const layout = { ...figure.layout, ...size, autosize: false };
  const written = await Plotly.toImage(
    { data: figure.data, layout, config: { staticPlot: true } },
    { ...size, format: "svg", imageDataOnly: true },
  );
  const chart = new DOMParser().parseFromString(written, "image/svg+xml").documentElement;
  chart.setAttribute("x", x);
  return { chart, height: size.height };
}

// Draws the figures from `top` down, several of them three abreast under their names; gives where they end.
async function drawAll(picture, words, figures, top, colours) {
  const Plotly = await loadPlotly(words.plotly);
  const abreast = Math.min(figures.length, ABREAST);
  const width = (WIDTH - 2 * EDGE - (abreast - 1) * GAP) / abreast;
  let y = top;
  for (let start = 0; start < figures.length; start += abreast) {
    let end = y;
    for (const [place, figure] of figures.slice(start, start + abreast).entries()) {
      const x = EDGE + place * (width + GAP);
      const below = figure.name ? writeLines(picture, [figure.name], TEXTS.name, y, colours.ink, x) : y;
      const { chart, height } = await drawChart(Plotly, figure, x, width);
      chart.setAttribute("y", below);
      picture.append(chart);
      end = Math.max(end, below + height);
    }
    y = end + (start + abreast < figures.length ? GAP : 0);
  }
  return y;
}

async function compose(words) {
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 16px "${FAMILY}"`)));
  const figures = figuresOf(words);
  const colours = isDark(figures[0].layout.paper_bgcolor) ? DARK : LIGHT;
  const picture = document.createElementNS(SVG, "svg");
  const ground = document.createElementNS(SVG, "rect");
  ground.setAttribute("width", "100%");
  ground.setAttribute("height", "100%");
  ground.setAttribute("fill", colours.ground);
  picture.append(ground);

  let y = writeLines(picture, wrap(words.title, TEXTS.title), TEXTS.title, EDGE - 6, colours.ink);
  y = writeLines(picture, wrap(words.subtitle, TEXTS.subtitle), TEXTS.subtitle, y, colours.quiet);
  y = await drawAll(picture, words, figures, y, colours);
  y = writeLines(picture, wrap(words.source, TEXTS.source), TEXTS.source, y + 14, colours.quiet);

  const size = { width: WIDTH, height: Math.ceil(y + EDGE - 8) };
  picture.setAttribute("width", size.width);
  picture.setAttribute("height", size.height);
  picture.setAttribute("viewBox", `0 0 ${size.width} ${size.height}`);
  picture.setAttribute("font-family", `'${FAMILY}', Arial, sans-serif`);
  const name = document.createElementNS(SVG, "title");
  name.textContent = words.title;
  picture.prepend(name);
  await embedFonts(picture);
  const written = new XMLSerializer().serializeToString(picture);
  return { blob: new Blob([written], { type: "image/svg+xml" }), ...size };
}

async function rasterise({ blob, width, height }) {
  const address = URL.createObjectURL(blob);
  try {
    const image = new Image(width * SCALE, height * SCALE);
    image.src = address;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = width * SCALE;
    canvas.height = height * SCALE;
    const context = canvas.getContext("2d");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    // Safari draws the first time without the fonts inside the picture.
    await new Promise((resolve) => setTimeout(resolve, 100));
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((made) => (made ? resolve(made) : reject(new Error("the canvas gave no picture"))), "image/png"),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

function save(blob, filename) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

async function onClick(event) {
  const button = event.target.closest?.("button[data-picture]");
  if (!button || button.getAttribute("aria-busy") === "true") {
    return;
  }
  const frame = button.parentElement;
  const status = frame.querySelector('[role="status"]');
  const words = frame.dataset;
  const kind = button.dataset.picture;
  button.setAttribute("aria-busy", "true");
  status.textContent = words.working;
  try {
    const composed = await compose(words);
    save(kind === "png" ? await rasterise(composed) : composed.blob, `${words.filename}.${kind}`);
    status.textContent = words.done;
  } catch (error) {
    console.error(error);
    status.textContent = words.failed;
  } finally {
    button.removeAttribute("aria-busy");
  }
}

document.addEventListener("click", onClick);
