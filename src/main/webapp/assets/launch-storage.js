// Speaks with the storage that a platform offers to tools without cookies (LTI Platform Storage).
'use strict';

const ltiStorage = (() => {
  const { target, origin } = document.body.dataset;

  function frame() {
    const platform = window.parent === window ? window.opener : window.parent;
    if (!platform || target === '_parent') return platform;
    try {
      return platform.frames[target] || platform;
    } catch {
      return platform; // the frame exists but may not be looked at from here
    }
  }

  // Resolves with the platform's answer, or with null if there is none in time.
  function ask(message, milliseconds) {
    return new Promise((resolve) => {
      const id = Array.from(crypto.getRandomValues(new Uint32Array(4)), (n) => n.toString(36)).join('');
      const done = (answer) => {
        clearTimeout(timer);
        window.removeEventListener('message', hear);
        resolve(answer);
      };
      const hear = (event) => {
        const answer = event.data;
        if (event.origin !== origin || typeof answer !== 'object' || answer === null) return;
        if (answer.message_id !== id || answer.subject !== `${message.subject}.response`) return;
        done(answer.error ? null : answer);
      };
      const timer = setTimeout(() => done(null), milliseconds);
      window.addEventListener('message', hear);
      const platform = frame();
      if (platform) platform.postMessage({ ...message, message_id: id }, origin);
      else done(null);
    });
  }

  return {
    put: (key, value) => ask({ subject: 'lti.put_data', key, value }, 2000),
    get: (key) => ask({ subject: 'lti.get_data', key }, 5000),
  };
})();
