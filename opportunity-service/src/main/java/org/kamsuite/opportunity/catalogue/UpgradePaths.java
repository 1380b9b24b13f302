package org.kamsuite.opportunity.catalogue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.kamsuite.kit.problem.Unprocessable;

/// The ladders of editions: what is raised never comes back to where it was.
final class UpgradePaths {

    private UpgradePaths() {}

    /// Refuses products that can be raised, over others, to themselves.
    ///
    /// @throws Unprocessable if one of them can
    static void requireNoCircle(Connection connection, List<String> codes) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        with recursive path (first, last) as (
                            select product_code, other_code
                            from product_edges
                            where kind = 'UPGRADE_TO' and product_code = any (?)
                            union
                            select p.first, e.other_code
                            from path p
                            join product_edges e on e.product_code = p.last
                            where e.kind = 'UPGRADE_TO'
                        )
                        select min(first) from path where first = last
                        """)) {
            select.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (var rows = select.executeQuery()) {
                rows.next();
                var code = rows.getString(1);
                if (code != null) {
                    throw new Unprocessable(
                            "upgrade-circle",
                            "/edges",
                            "By UPGRADE_TO " + code + " could be raised to itself");
                }
            }
        }
    }
}
