// Platform storage for tools (LTI postMessage storage): kept per origin while the page is open.
(() => {
  const LONGEST_VALUE = 4096;
  const MOST_KEYS = 500;
  const kept = new Map();

  const answer = (event, extra) => {
    const reply = { subject: event.data.subject + ".response", message_id: event.data.message_id };
    event.source.postMessage(Object.assign(reply, extra), event.origin);
  };

  const put = (event, own) => {
    const { key, value } = event.data;
    if (value === null || value === undefined) {
      own.delete(key);
    } else if (String(value).length > LONGEST_VALUE || own.size >= MOST_KEYS) {
      return { error: { code: "storage_exhaustion", message: "No room for this value" } };
    } else {
      own.set(key, value);
    }
    return { key, value };
  };

  window.addEventListener("message", (event) => {
    const data = event.data;
    if (!data || typeof data.subject !== "string" || !data.subject.startsWith("lti.")) {
      return;
    }
    if (!kept.has(event.origin)) {
      kept.set(event.origin, new Map());
    }
    const own = kept.get(event.origin);
    const frame = window.name || "_parent";
    switch (data.subject) {
      case "lti.capabilities":
        answer(event, {
          supported_messages: ["lti.put_data", "lti.get_data"].map((subject) => ({ subject, frame })),
        });
        break;
      case "lti.put_data":
        answer(event, put(event, own));
        break;
      case "lti.get_data":
        answer(event, { key: data.key, value: own.has(data.key) ? own.get(data.key) : null });
        break;
    }
  });
})();
