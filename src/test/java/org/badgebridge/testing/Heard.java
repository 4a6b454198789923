package org.badgebridge.testing;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A CDI event without a container: keeps what was fired, and passes it on to who listens. */
public final class Heard<T> implements Event<T> {

  public final List<T> events = new CopyOnWriteArrayList<>();
  private final List<Consumer<T>> ears = new CopyOnWriteArrayList<>();

  /** Passes on what is fired from now on, at once, as an observer hears it. */
  public Heard<T> by(Consumer<T> ear) {
    ears.add(ear);
    return this;
  }

  @Override
  public void fire(T event) {
    events.add(event);
    ears.forEach(ear -> ear.accept(event));
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Event<T> select(Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }
}
