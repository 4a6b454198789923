package org.badgebridge.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All who sign in under {@code /admin}. */
@ApplicationScoped
public class StaffAccounts {

  private final EntityManager entityManager;

  @Inject
  public StaffAccounts(EntityManager entityManager) {
    this.entityManager = entityManager;
  }

  public Optional<StaffAccount> find(UUID id) {
    return Optional.ofNullable(entityManager.find(StaffAccount.class, id));
  }

  /** The accounts with these ids; ids of nobody are left out. */
  public Map<UUID, StaffAccount> find(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Map.of()
        : entityManager
            .createQuery("select a from StaffAccount a where a.id in :ids", StaffAccount.class)
            .setParameter("ids", ids)
            .getResultStream()
            .collect(Collectors.toMap(StaffAccount::id, Function.identity()));
  }

  /** By address, however it is spelt. */
  public Optional<StaffAccount> withEmail(String email) {
    return entityManager
        .createQuery("select a from StaffAccount a where a.email = :email", StaffAccount.class)
        .setParameter("email", StaffAccount.normalised(email))
        .getResultStream()
        .findFirst();
  }

  /** Whether nobody runs this installation yet. */
  public boolean noOperator() {
    return entityManager
        .createQuery("select a.id from StaffAccount a where a.operator = true", UUID.class)
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Those who run this installation, the longest serving first. */
  public List<StaffAccount> operators() {
    return operatorsQuery().getResultList();
  }

  /** As {@link #operators}; until the caller's transaction ends nobody else can change them. */
  public List<StaffAccount> lockedOperators() {
    return operatorsQuery().setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().stream()
        .filter(StaffAccount::isOperator)
        .toList();
  }

  private TypedQuery<StaffAccount> operatorsQuery() {
    return entityManager.createQuery(
        "select a from StaffAccount a where a.operator = true order by a.createdAt, a.id",
        StaffAccount.class);
  }

  /** Needs the caller's transaction. */
  public void add(StaffAccount account) {
    entityManager.persist(account);
  }
}
