// A link in one of our tables changes the address and lets Streamlit follow it as it follows the browser's own back and forward;
// without this script the same links open the page anew. On a touch screen the first tap tells, the second follows.
if (!window.jixiaoMoves) {
  window.jixiaoMoves = true;
  let focused = null;
  const linked = (event) => event.target.closest?.("a.jx-pin, a.jx-go");
  document.addEventListener("pointerdown", () => { focused = document.activeElement; }, true);
  document.addEventListener("click", (event) => {
    const link = linked(event);
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (!link.search || link.getAttribute("href").startsWith("#")) return;
    event.preventDefault();
    const tells = link.matches(".jx-pin") && matchMedia("(hover: none)").matches && focused !== link;
    if (tells) { link.focus(); return; }
    history.pushState(null, "", link.href);
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
}
