// Leaves the login's binding with the platform, then goes on. Without an answer it goes on as well:
// a cookie may do, and if not, the launch says so.
'use strict';

(async () => {
  const { key, value, next } = document.body.dataset;
  await ltiStorage.put(key, value);
  window.location.replace(next);
})();
