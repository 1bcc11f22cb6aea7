// A link in one of our tables and a mark of one of our charts change the address and let Streamlit follow it as it follows
// the browser's own back and forward: one run of the page, and nothing to wait for before it. Without this script the links
// open the page anew. On a touch screen the first tap on a link tells, the second follows.
if (!window.jixiaoMoves) {
  window.jixiaoMoves = true;
  // What stays behind when another page is opened; the same names as in scope.way.
  const left = JSON.parse(document.querySelector(".jx-told[data-left]").dataset.left);
  const follow = (address) => {
    history.pushState(null, "", address);
    window.dispatchEvent(new PopStateEvent("popstate"));
  };
  const aside = (event) => event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  let focused = null;
  document.addEventListener("pointerdown", () => { focused = document.activeElement; }, true);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.jx-pin, a.jx-go");
    if (!link || aside(event)) return;
    if (!link.search || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    const tells = link.matches(".jx-pin") && matchMedia("(hover: none)").matches && focused !== link;
    if (tells) { link.focus(); return; }
    follow(link.href);
  });
  // A mark names its page ("" is this one), then filters and values in turn: the same as in ways.address_of.
  const addressOf = ([page, ...pairs]) => {
    const asked = new URLSearchParams(location.search);
    if (page) left.forEach((name) => asked.delete(name));
    for (let at = 0; at < pairs.length; at += 2) {
      asked.delete(pairs[at]);
      if (pairs[at + 1] !== null) asked.set(pairs[at], pairs[at + 1]);
    }
    return new URL(`${page || location.pathname}?${asked}`, location.href).href;
  };
  const clicked = ({ points, event }) => {
    const ids = points[0]?.customdata;
    if (!ids?.length) return;
    if (event && aside(event)) window.open(addressOf(ids), "_blank", "noopener");
    else follow(addressOf(ids));
  };
  // A chart is heard from the moment that somebody points into it; drawn anew it has forgotten who listens.
  document.addEventListener("pointerdown", ({ target }) => {
    const chart = target.closest?.(".js-plotly-plot");
    if (!chart?.on) return;
    chart.removeListener("plotly_click", clicked);
    chart.on("plotly_click", clicked);
  }, true);
}
