// The language of the document; and where the library draws its own words, they are put into that as they appear.
{
  const told = document.querySelector(".jx-told[data-words]").dataset;
  document.documentElement.lang = JSON.parse(told.spoken);
  window.jixiaoWords = JSON.parse(told.words);
  window.jixiaoAhead = JSON.parse(told.ahead);
}
if (!window.jixiaoLibrary) {
  window.jixiaoLibrary = true;
  const spots = '[data-testid^="stDataFrameColumn"], [data-testid="stSelectboxVirtualDropdown"], [data-testid="stSkipToContent"]';
  const say = () => {
    for (const spot of document.querySelectorAll(spots)) {
      const walker = document.createTreeWalker(spot, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const words = window.jixiaoWords[walker.currentNode.nodeValue.trim()];
        if (words && !walker.currentNode.parentElement.closest('[translate="no"]')) walker.currentNode.nodeValue = words;
      }
    }
  };
  new MutationObserver(say).observe(document.body, { childList: true, subtree: true });
  say();
  // The button under a chart presses the chart's own, which is never seen.
  document.addEventListener("click", ({ target }) => {
    const chart = target.closest(".jx-picture")?.dataset.chart;
    if (chart) document.querySelector(`.st-key-${CSS.escape(chart)} .modebar-btn`)?.click();
  });
  // The large parts that the next page draws with, while nobody waits; what cannot be fetched now is fetched when it is needed.
  const whenIdle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
  whenIdle(() => window.jixiaoAhead.forEach((name) => import(`./static/js/${name}`).catch(() => {})));
}
