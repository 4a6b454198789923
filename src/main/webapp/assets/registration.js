// Tells the platform that the registration is over (LTI Dynamic Registration 1.0 §3.7); Sakai
// listens for a second word as well.
(() => {
  'use strict';
  const button = document.querySelector('[data-close-registration]');
  button?.addEventListener('click', () => {
    const platform = window.opener || window.parent;
    ['org.imsglobal.lti.close', 'lti.close'].forEach((subject) => {
      platform.postMessage({ subject }, button.dataset.closeRegistration);
    });
  });
})();
