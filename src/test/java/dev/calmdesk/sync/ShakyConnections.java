package dev.calmdesk.sync;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.logging.Logger;
import javax.sql.DataSource;

/// Connections to the hub's database that fail between any two statements as a hub's do: another transaction was in the
/// way, or the hub's process died before the commit or right after it. For one thread.
final class ShakyConnections implements DataSource, AutoCloseable {

    private static final int ONE_IN = 80;
    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String CONNECTION_GONE = "08006";

    private final DataSource source;
    private final Deque<Connection> idle = new ArrayDeque<>();
    private SplittableRandom random = new SplittableRandom(0);
    private boolean isShaky;
    private boolean struck;

    ShakyConnections(DataSource source) {
        this.source = source;
    }

    void shake(SplittableRandom chance) {
        random = chance;
        isShaky = true;
    }

    void calm() {
        isShaky = false;
    }

    /// Nothing fails meanwhile.
    <T> T calmly(Supplier<T> work) {
        var before = isShaky;
        isShaky = false;
        try {
            return work.get();
        } finally {
            isShaky = before;
        }
    }

    /// Whether something failed since this was asked last.
    boolean struck() {
        var answer = struck;
        struck = false;
        return answer;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var kept = idle.poll();
        var connection = kept == null || kept.isClosed() ? source.getConnection() : kept;
        return (Connection) Proxy.newProxyInstance(
                ShakyConnections.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(connection, method, arguments));
    }

    private Object call(Connection connection, Method method, Object[] arguments) throws Throwable {
        var name = method.getName();
        if (name.equals("close")) {
            giveBack(connection);
            return null;
        }
        if (isShaky && (name.equals("prepareStatement") || name.equals("commit")) && random.nextInt(ONE_IN) == 0) {
            strike(connection, name.equals("commit"));
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void strike(Connection connection, boolean isCommit) throws SQLException {
        struck = true;
        if (!connection.getAutoCommit() && random.nextBoolean()) {
            connection.rollback();
            throw new SQLException("could not serialize access", SERIALIZATION_FAILURE);
        }
        if (isCommit && random.nextBoolean()) {
            connection.commit();
        }
        connection.close();
        throw new SQLException("the hub's process died", CONNECTION_GONE);
    }

    private void giveBack(Connection connection) throws SQLException {
        if (!connection.isClosed()) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            idle.push(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (var connection : idle) {
            connection.close();
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
