// Watches a page from its first moment: when every chart stood, when the last stroke of any chart was drawn.
(() => {
  const seen = { stood: 0, drawn: 0, asked: 0 };
  window.bench = seen;
  const traces = ".barlayer .trace, .scatterlayer .trace";
  const strokes = (node) =>
    node instanceof Element && node.closest(".js-plotly-plot .main-svg") && !node.closest(".hoverlayer, .draglayer");
  const charts = () => [...document.querySelectorAll(".js-plotly-plot")];
  new MutationObserver((records) => {
    if (!records.some((record) => strokes(record.target))) return;
    seen.drawn = performance.now();
    if (seen.stood) return;
    const there = charts();
    if (there.length === window.benchCharts && there.every((chart) => chart.querySelector(traces))) seen.stood = seen.drawn;
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["d", "x", "y", "transform", "width", "height", "points"],
  });
  for (const event of ["pointerdown", "change", "keydown"])
    document.addEventListener(event, () => (seen.asked = performance.now()), { capture: true });
  // What each chart shows, in a word that changes with its data.
  seen.shown = () =>
    charts().map((chart) =>
      chart._fullData.map((trace) => [...trace.x, ...trace.y].map((value) => String(value).slice(0, 9)).join()).join(";"),
    );
})();
