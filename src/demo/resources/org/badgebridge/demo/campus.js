// What an LMS page does around the frame of a tool.
(() => {
  const frame = document.querySelector("iframe.tool");
  const lms = document.body.dataset.lms;
  if (!frame) {
    return;
  }
  if (lms === "moodle") {
    // Moodle stretches the frame to the bottom of the window, and takes no wishes.
    const stretch = () => {
      const top = frame.getBoundingClientRect().top + window.scrollY;
      frame.style.height = Math.max(600, window.innerHeight - top - 24) + "px";
    };
    stretch();
    window.addEventListener("resize", stretch);
  }
  window.addEventListener("message", (event) => {
    if (event.source !== frame.contentWindow) {
      return;
    }
    let data = event.data;
    if (typeof data === "string") {
      try {
        data = JSON.parse(data);
      } catch {
        return;
      }
    }
    if (data && data.subject === "lti.frameResize" && lms !== "moodle" && Number(data.height) > 0) {
      frame.style.height = Math.min(Number(data.height), 5000) + "px";
    } else if (data && data.subject === "org.imsglobal.lti.close") {
      window.location = "/admin/tools";
    }
  });
})();
