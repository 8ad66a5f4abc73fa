import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;

/**
 * The loop that one would write by hand: reads the rows of the table that copy.sh made, and writes
 * them in batches. Nothing is compared, and what was left half done is not gone on with.
 *
 * <p>Arguments: JDBC's URLs of the source and of the target, which has the table.
 */
public final class CopyLoop {
  private static final int BATCH = 500;
  private static final int TRANSACTION = 50_000;

  public static void main(String[] arguments) throws SQLException {
    try (Connection from = DriverManager.getConnection(arguments[0]);
        Connection to = DriverManager.getConnection(arguments[1]);
        Statement reading = from.createStatement();
        ResultSet rows =
            reading.executeQuery("SELECT id, name, amount, active, created_at, note FROM big");
        PreparedStatement writing =
            to.prepareStatement("INSERT INTO big VALUES (?, ?, ?, ?, ?, ?)")) {
      boolean strict = !arguments[1].startsWith("jdbc:sqlite");
      to.setAutoCommit(false);
      int count = 0;
      while (rows.next()) {
        writing.setLong(1, rows.getLong(1));
        writing.setString(2, rows.getString(2));
        writing.setDouble(3, rows.getDouble(3));
        if (strict) {
          writing.setBoolean(4, rows.getInt(4) == 1);
          writing.setTimestamp(5, Timestamp.valueOf(rows.getString(5)));
        } else {
          writing.setInt(4, rows.getInt(4));
          writing.setString(5, rows.getString(5));
        }
        writing.setString(6, rows.getString(6));
        writing.addBatch();
        count++;
        if (count % BATCH == 0) {
          writing.executeBatch();
        }
        if (count % TRANSACTION == 0) {
          to.commit();
        }
      }
      writing.executeBatch();
      to.commit();
    }
  }
}
