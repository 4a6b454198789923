package org.badgebridge.demo.school;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Everything the campus remembers about its people, courses and tools. */
record State(
    List<Person> people, List<Course> courses, List<Tool> tools, AtomicInteger lastNumber) {

  static State empty() {
    return new State(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new AtomicInteger());
  }

  int next() {
    return lastNumber.incrementAndGet();
  }
}
