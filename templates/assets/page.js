// @ts-check
// What a page can do beyond being read: copy its citation. Without scripts everything else still works.
(function () {
  'use strict';

  /** @param {string} text @returns {boolean} */
  function copyBySelection(text) {
    var area = document.createElement('textarea');
    area.value = text;
    area.setAttribute('readonly', '');
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.appendChild(area);
    area.select();
    var copied = false;
    try { copied = document.execCommand('copy'); } catch (e) { copied = false; }
    document.body.removeChild(area);
    return copied;
  }

  /** Pages opened from a folder have no clipboard interface in some browsers: the selection does instead. */
  /** @param {string} text @param {(copied: boolean) => void} done */
  function copy(text, done) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(function () { done(true); }, function () { done(copyBySelection(text)); });
    } else {
      done(copyBySelection(text));
    }
  }

  document.querySelectorAll('button[data-copy]').forEach(function (button) {
    var label = button.textContent || '';
    button.removeAttribute('hidden');
    button.addEventListener('click', function () {
      var source = document.getElementById(button.getAttribute('data-copy') || '');
      if (!source) return;
      copy((source.textContent || '').trim(), function (copied) {
        button.textContent = copied ? '已复制' : '请手工复制';
        window.setTimeout(function () { button.textContent = label; }, 2000);
      });
    });
  });

  document.querySelectorAll('button[data-print]').forEach(function (button) {
    button.removeAttribute('hidden');
    button.addEventListener('click', function () { window.print(); });
  });
})();
