package org.badgebridge.demo.school;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The tools the campus knows; safe for use by several threads. */
public final class Tools {

  private final List<Tool> tools;
  private final Runnable changed;

  Tools(List<Tool> tools, Runnable changed) {
    this.tools = tools;
    this.changed = changed;
  }

  public synchronized List<Tool> all() {
    return List.copyOf(tools);
  }

  public synchronized Optional<Tool> find(String client) {
    return tools.stream().filter(tool -> tool.client().equals(client)).findFirst();
  }

  public Tool get(String client) {
    return find(client).orElseThrow(() -> new NoSuchElementException("tool " + client));
  }

  /** Adds the tool, or puts it in the place of the one with the same client id. */
  public void put(Tool tool) {
    synchronized (this) {
      int old = all().stream().map(Tool::client).toList().indexOf(tool.client());
      if (old < 0) {
        tools.add(tool);
      } else {
        tools.set(old, tool);
      }
    }
    changed.run();
  }

  public void remove(String client) {
    synchronized (this) {
      tools.removeIf(tool -> tool.client().equals(client));
    }
    changed.run();
  }
}
