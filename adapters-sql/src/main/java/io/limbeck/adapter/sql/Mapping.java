package io.limbeck.adapter.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.executor.Executor;
import org.apache.ibatis.logging.nologging.NoLoggingImpl;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.LocalCacheScope;
import org.apache.ibatis.session.defaults.DefaultSqlSession;
import org.apache.ibatis.transaction.managed.ManagedTransaction;

/** MyBatis on a connection that others open, commit and close. */
final class Mapping {
  private Mapping() {}

  /**
   * {@return {@code mapper} on {@code connection}; nothing is remembered from one query to the
   * next}
   *
   * @param names what stands for each <code>${...}</code> in the mapper's SQL: put there once, as
   *     text, so only from a checked {@link TableName} or a constant
   */
  static <M> M on(Connection connection, Class<M> mapper, Map<String, String> names) {
    Configuration configuration = new Configuration();
    configuration.setLogImpl(NoLoggingImpl.class);
    configuration.setCacheEnabled(false);
    configuration.setLocalCacheScope(LocalCacheScope.STATEMENT);
    Properties variables = new Properties();
    variables.putAll(names);
    configuration.setVariables(variables);
    configuration.addMapper(mapper);
    Executor executor =
        configuration.newExecutor(new ManagedTransaction(connection, false), ExecutorType.SIMPLE);
    return new DefaultSqlSession(configuration, executor, true).getMapper(mapper);
  }

  /** Runs {@code query} and lets the database's own exception out of MyBatis's. */
  static <T> T ask(Supplier<T> query) throws SQLException {
    try {
      return query.get();
    } catch (PersistenceException wrapped) {
      if (wrapped.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw wrapped;
    }
  }

  /** As {@link #ask}, for what has no answer. */
  static void tell(Runnable command) throws SQLException {
    ask(() -> {
      command.run();
      return true;
    });
  }
}
