// @ts-check
// Put into served pages only. Loads the page again when a newer build is online; shows why the last build failed.
// It listens only while the page is seen: a browser opens six connections to a host, and six tabs would take them all.
(function () {
  "use strict";
  var script = /** @type {HTMLScriptElement} */ (document.currentScript);
  var version = Number(script.dataset.version);
  /** @type {EventSource | null} */
  var events = null;
  /** @type {HTMLElement | null} */
  var overlay = null;
  var dismissed = "";

  /** @param {string} error */
  function show(error) {
    if (overlay) overlay.remove();
    overlay = null;
    if (!error || error === dismissed) return;
    var box = document.createElement("div");
    box.setAttribute("role", "alertdialog");
    box.setAttribute("aria-label", "cunjian");
    box.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:2147483647;margin:0;padding:1rem 3rem 1rem 1rem;" +
      "background:#2b1215;color:#ffe9e6;border-top:4px solid #e5484d;font:14px/1.6 ui-monospace,monospace";
    var text = document.createElement("pre");
    text.style.cssText = "margin:0;white-space:pre-wrap;overflow-wrap:anywhere;background:none;color:inherit;border:0;padding:0";
    text.textContent = error;
    var close = document.createElement("button");
    close.type = "button";
    close.textContent = "×";
    close.setAttribute("aria-label", "关闭 close");
    close.style.cssText =
      "position:absolute;top:.5rem;right:.75rem;font-size:1.5rem;line-height:1;background:none;color:inherit;border:0;cursor:pointer";
    close.onclick = function () {
      dismissed = error;
      show("");
    };
    box.onkeydown = function (event) {
      if (event.key === "Escape") close.click();
    };
    box.append(close, text);
    document.body.append(box);
    overlay = box;
  }

  function listen() {
    if (document.visibilityState === "hidden") {
      if (events) events.close();
      events = null;
      return;
    }
    if (events) return;
    events = new EventSource("/api/live");
    events.onmessage = function (event) {
      var state = JSON.parse(event.data);
      if (state.version !== version) location.reload();
      else show(state.error);
    };
  }

  document.addEventListener("visibilitychange", listen);
  addEventListener("pagehide", function () {
    if (events) events.close();
    events = null;
  });
  addEventListener("pageshow", listen);
  listen();
})();
