package org.badgebridge.demo.school;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Everything the campus remembers about its people, courses and tools. */
record State(
    List<Person> people,
    List<Course> courses,
    List<Tool> tools,
    AtomicInteger lastNumber,
    Map<String, String> noticeHandlers) {

  /** Takes files from before there were notices. */
  State {
    noticeHandlers =
        Objects.requireNonNullElseGet((@Nullable Map<String, String>) noticeHandlers, HashMap::new);
  }

  static State empty() {
    return new State(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new AtomicInteger(),
        new HashMap<>());
  }

  int next() {
    return lastNumber.incrementAndGet();
  }
}
