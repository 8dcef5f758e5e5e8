package io.backorder.examples.benchmarks;

import io.backorder.ledger.LedgerRecord;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.openjdk.jol.vm.VM;

/** Measures memory. */
final class Heap {

  private Heap() {}

  /** Returns the bytes in use after a collection. */
  static long used() {
    System.gc();
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Returns the bytes of all objects that a root reaches. */
  static long reachable(Object root) {
    return new Walk(object -> true).from(root);
  }

  /** Returns the bytes of all objects that a root reaches otherwise than by a ledger's records. */
  static long reachableWithoutLedger(Object root) {
    return new Walk(object -> !isLedger(object)).from(root);
  }

  private static boolean isLedger(Object object) {
    return object instanceof LedgerRecord || object.getClass().getSimpleName().endsWith("Ledger");
  }

  /** Visits every object once. Classes, and what the virtual machine keeps for them, are left out. */
  private static final class Walk {

    private final Predicate<Object> enters;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>(1 << 20));
    private final Deque<Object> pending = new ArrayDeque<>();
    private final Map<Class<?>, List<Field>> fields = new HashMap<>();

    Walk(Predicate<Object> enters) {
      this.enters = enters;
    }

    long from(Object root) {
      long bytes = 0;
      reach(root);
      while (!pending.isEmpty()) {
        Object object = pending.pop();
        bytes += VM.current().sizeOf(object);
        follow(object);
      }
      return bytes;
    }

    private void reach(Object object) {
      boolean ofMachine = object instanceof Class
          || object instanceof ClassLoader
          || object instanceof Thread
          || object instanceof MessageDigest
          || object instanceof Module;
      if (!ofMachine && enters.test(object) && seen.add(object)) {
        pending.push(object);
      }
    }

    private void follow(Object object) {
      if (object instanceof Object[] elements) {
        for (Object element : elements) {
          reachIfThere(element);
        }
        return;
      }
      for (Field field : fields.computeIfAbsent(object.getClass(), Walk::references)) {
        try {
          reachIfThere(field.get(object));
        } catch (IllegalAccessException e) {
          throw new IllegalStateException("field must be readable: " + field, e);
        }
      }
    }

    private void reachIfThere(@Nullable Object object) {
      if (object != null) {
        reach(object);
      }
    }

    private static List<Field> references(Class<?> type) {
      List<Field> found = new ArrayList<>();
      for (Class<?> each = type; each != null; each = each.getSuperclass()) {
        for (Field field : each.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            found.add(field);
          }
        }
      }
      return found;
    }
  }
}
