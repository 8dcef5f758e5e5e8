package io.backorder.examples.existingshop;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The order service as it was before the diff, compiled and run beside the one of today. */
final class ShopBefore {

  private static final Path SOURCE = Path.of("before", "OrderService.java");

  private final Object service;
  private final TransactionTemplate transaction;

  private ShopBefore(Object service, PlatformTransactionManager transactions) {
    this.service = service;
    this.transaction = new TransactionTemplate(transactions);
  }

  static ShopBefore on(
      Products products, ShopOrders orders, PlatformTransactionManager transactions)
      throws IOException, ReflectiveOperationException {
    Path classes = Files.createDirectories(Path.of("target", "before"));
    JavaCompiler compiler = requireNonNull(ToolProvider.getSystemJavaCompiler(), "compiler");
    int failures = compiler.run(
        null,
        null,
        null,
        "-proc:none",
        "-d",
        classes.toString(),
        "-cp",
        System.getProperty("java.class.path"),
        SOURCE.toString());
    if (failures > 0) {
      throw new IllegalStateException("it must compile: " + SOURCE);
    }
    Class<?> type = new Loader(classes.toUri().toURL()).loadClass(OrderService.class.getName());
    Constructor<?> maker = type.getDeclaredConstructor(Products.class, ShopOrders.class);
    maker.setAccessible(true);
    return new ShopBefore(maker.newInstance(products, orders), transactions);
  }

  /** Calls a method of the service in a transaction. */
  void call(String method, Object... arguments) {
    transaction.executeWithoutResult(status -> {
      try {
        named(method).invoke(service, arguments);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException(method, e);
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(method, e);
      }
    });
  }

  private Method named(String name) {
    return Arrays.stream(service.getClass().getMethods())
        .filter(each -> each.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Loads the order service itself, and leaves the rest to its parent. */
  private static final class Loader extends URLClassLoader {

    Loader(URL classes) {
      super(new URL[] {classes}, ShopBefore.class.getClassLoader());
    }

    @Override
    public Class<?> loadClass(String name) throws ClassNotFoundException {
      return name.equals(OrderService.class.getName()) ? findClass(name) : super.loadClass(name);
    }
  }
}
