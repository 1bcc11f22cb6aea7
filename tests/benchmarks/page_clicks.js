// Tells how long it takes from the next click or key until parts of the page have been drawn anew: the time of the
// first picture after the last change in any of them. What follows the mouse inside a chart does not count.
() => {
  const QUIET = 300, MOST = 15000;
  const elements = (node) => node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement;
  window.jxWatch = (selector, least) => {
    let start = null, last = null;
    const drawn = new Set();
    const begin = (event) => { start ??= event.timeStamp; };
    for (const kind of ["pointerdown", "keydown"]) window.addEventListener(kind, begin, { capture: true, once: true });
    const note = (record) => {
      const at = elements(record.target);
      if (!at || at.closest(".hoverlayer")) return;
      const part = at.closest(selector);
      const parts = part ? [part] : [...record.addedNodes].flatMap((node) => node.querySelectorAll
        ? [...(node.matches(selector) ? [node] : []), ...node.querySelectorAll(selector)] : []);
      for (const one of parts) { drawn.add(one); last = performance.now(); }
    };
    const observer = new MutationObserver((records) => {
      if (start === null) return;
      const before = last;
      records.forEach(note);
      if (last !== before) requestAnimationFrame(() => { last = performance.now(); });
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    window.jxSeen = new Promise((tell, fail) => {
      const timer = setInterval(() => {
        const now = performance.now();
        const whole = [...drawn].filter((part) => part.isConnected).length >= least;
        if (whole && now - last > QUIET) tell(last - start);
        else if (start === null || now - start < MOST) return;
        else fail(new Error("not drawn anew: " + selector));
        clearInterval(timer);
        observer.disconnect();
      }, 50);
    });
  };
}
