package org.kamsuite.local.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.ApiContract.Operation;

/// Who may do what, as `docs/security.md` says in its tables: one for each service, with a row for
/// each operation and a column for each role.
///
/// @param roles those that may, by service and operation
record RoleTable(Map<String, Set<String>> roles) {

    static RoleTable read() throws IOException {
        var file = ApiContract.committed("account-service").resolveSibling("../security.md");
        return of(Files.readAllLines(Path.of(file.toString()).normalize()));
    }

    static RoleTable of(List<String> lines) {
        var roles = new HashMap<String, Set<String>>();
        var service = "";
        var columns = List.<String>of();
        for (var line : lines) {
            if (line.startsWith("### ")) {
                service = line.substring(4).trim();
                columns = List.of();
            } else if (line.startsWith("| Operation")) {
                columns = cells(line);
            } else if (line.startsWith("| `") && !columns.isEmpty()) {
                var cells = cells(line);
                var name = service + " " + cells.getFirst().replace("`", "");
                if (roles.put(name, marked(columns, cells)) != null) {
                    throw new IllegalStateException(name + " is in the table twice");
                }
            }
        }
        return new RoleTable(roles);
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                .map(String::trim)
                .toList();
    }

    private static Set<String> marked(List<String> columns, List<String> cells) {
        var marked = new HashSet<String>();
        for (var column = 1; column < columns.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                marked.add(columns.get(column));
            }
        }
        return marked;
    }

    /// Those who may, or nobody where the table does not name the operation.
    Set<String> of(String service, Operation operation) {
        return roles.getOrDefault(name(service, operation), Set.of());
    }

    static String name(String service, Operation operation) {
        return service + " " + operation;
    }
}
