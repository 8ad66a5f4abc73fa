package io.limbeck.application.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what is executed on a connection. */
public final class CountedQueries {
  private final AtomicInteger executed = new AtomicInteger();

  /** {@return the same connection, listened to} */
  public Connection on(Connection connection) {
    return proxy(Connection.class, connection);
  }

  public int count() {
    return executed.get();
  }

  private <T> T proxy(Class<T> type, T target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getName().startsWith("execute")) {
                executed.incrementAndGet();
              }
              try {
                Object result = method.invoke(target, arguments);
                return method.getReturnType() == Statement.class
                    ? proxy(Statement.class, (Statement) result)
                    : result;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }
}
