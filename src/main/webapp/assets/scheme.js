// Before the first paint of a page in a frame: pages of an LMS are light, whatever the device prefers, so
// ours are light in them too, until the person presses for dark. That choice is a cookie for this LMS alone
// (Partitioned), because browsers keep nothing else in a frame; a window of our own follows the device.
(() => {
  'use strict';
  const root = document.documentElement;
  const DARK = 'badgebridge-scheme=device';
  const FOR_A_YEAR = `${DARK}; Max-Age=31536000; Path=/; Secure; SameSite=None; Partitioned`;
  if (window.top === window) {
    delete root.dataset.scheme;
    return;
  }
  const show = (dark) => { if (dark) delete root.dataset.scheme; else root.dataset.scheme = 'light'; };
  const keep = (dark) => { document.cookie = dark ? FOR_A_YEAR : FOR_A_YEAR.replace('31536000', '0'); };
  const kept = () => { try { return document.cookie.split('; ').includes(DARK); } catch { return false; } };
  show(kept());

  document.addEventListener('DOMContentLoaded', () => {
    const choice = document.getElementById('scheme-choice');
    const device = window.matchMedia('(prefers-color-scheme: dark)');
    if (!choice) return;
    const button = choice.querySelector('button');
    const say = () => {
      choice.hidden = !device.matches;
      button.setAttribute('aria-pressed', String(!root.dataset.scheme));
    };
    button.addEventListener('click', () => {
      const dark = Boolean(root.dataset.scheme);
      show(dark);
      say();
      keep(dark);
    });
    device.addEventListener('change', say);
    say();
  });
})();
