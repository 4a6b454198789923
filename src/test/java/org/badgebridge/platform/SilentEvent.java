package org.badgebridge.platform;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Nobody listens. */
final class SilentEvent implements Event<PlatformsChanged> {

  @Override
  public void fire(PlatformsChanged event) {}

  @Override
  public <U extends PlatformsChanged> CompletionStage<U> fireAsync(U event) {
    return CompletableFuture.completedFuture(event);
  }

  @Override
  public <U extends PlatformsChanged> CompletionStage<U> fireAsync(
      U event, NotificationOptions options) {
    return CompletableFuture.completedFuture(event);
  }

  @Override
  public Event<PlatformsChanged> select(Annotation... qualifiers) {
    return this;
  }

  @Override
  public <U extends PlatformsChanged> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <U extends PlatformsChanged> Event<U> select(
      TypeLiteral<U> subtype, Annotation... qualifiers) {
    throw new UnsupportedOperationException();
  }
}
