package org.kamsuite.local.hostile;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kamsuite.local.ServiceDatabase;
import org.kamsuite.local.Suite;

/// A digest of every table of the three databases.
record Contents(Map<String, String> digests) {

    /// Imports keep what they are sent, with the outcome of each row: what must not change is what
    /// the rows would be written to.
    private static final Set<String> LEFT_OUT = Set.of("imports", "import_rows");

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    static Contents of(Map<String, ServiceDatabase> databases) throws SQLException {
        var digests = new LinkedHashMap<String, String>();
        for (var database : databases.entrySet()) {
            for (var line : database.getValue().texts(statement(database.getValue()))) {
                var cut = line.indexOf(' ');
                digests.put(
                        database.getKey() + "." + line.substring(0, cut), line.substring(cut + 1));
            }
        }
        return new Contents(digests);
    }

    /// Once nothing is left to publish or to compute.
    static Contents whenQuiet(Map<String, ServiceDatabase> databases) throws SQLException {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> isDrained(databases));
        return of(databases);
    }

    private static boolean isDrained(Map<String, ServiceDatabase> databases) throws SQLException {
        for (var database : databases.values()) {
            if (!database.isDrained()) {
                return false;
            }
        }
        return true;
    }

    static Map<String, ServiceDatabase> databases(Suite suite) {
        return List.of("account", "scoring", "opportunity").stream()
                .collect(Collectors.toMap(name -> name, name -> new ServiceDatabase(suite, name)));
    }

    private static String statement(ServiceDatabase database) throws SQLException {
        var tables =
                database.texts(
                        """
                        select quote_ident(schemaname) || '.' || quote_ident(tablename)
                        from pg_tables
                        where schemaname not in ('pg_catalog', 'information_schema')
                        order by 1
                        """);
        var parts = new ArrayList<String>();
        for (var table : tables) {
            if (!LEFT_OUT.contains(table.substring(table.indexOf('.') + 1))) {
                parts.add(
                        "select '%1$s ' || count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from %1$s t"
                                .formatted(table));
            }
        }
        return String.join(" union all ", parts);
    }

    /// The tables that are not as they were.
    Set<String> changed(Contents before) {
        var changed = new TreeSet<String>();
        digests.forEach((table, digest) -> {
            if (!digest.equals(before.digests.get(table))) {
                changed.add(table);
            }
        });
        return changed;
    }
}
