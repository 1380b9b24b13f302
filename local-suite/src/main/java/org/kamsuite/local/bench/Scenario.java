package org.kamsuite.local.bench;

import java.io.IOException;
import java.sql.SQLException;

/// One way to strain the suite.
interface Scenario {

    void run(Strain strain) throws IOException, InterruptedException, SQLException;
}
