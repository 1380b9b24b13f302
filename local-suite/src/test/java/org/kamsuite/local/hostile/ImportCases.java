package org.kamsuite.local.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Bodies of imports that cannot be read, and such whose rows are all wrong.
final class ImportCases {

    private static final byte[] NO_TEXT = {(byte) 0xC3, 0x28};

    private ImportCases() {}

    /// Bodies that are refused as a whole.
    static List<HostileCase> of(Target target) {
        var cases = new ArrayList<HostileCase>();
        if (!target.takesBody() || target.takesJson()) {
            return cases;
        }
        for (var type : List.of("text/csv", "application/x-ndjson")) {
            var right = target.right().with("Content-Type", type);
            cases.add(HostileCase.of(Category.INVALID_UTF8, type, right.saying(NO_TEXT)));
            cases.add(
                    HostileCase.of(
                            Category.INVALID_UTF8,
                            type,
                            right.saying(BodyCases.joined("a,b\n1,", NO_TEXT, "\n"))));
        }
        var csv = target.right().with("Content-Type", "text/csv");
        for (var text : List.of("a,a\n1,2\n", "a,\"b\n1,2\n", ",\n1,2\n", "a,b\n\"1\"x,2\n")) {
            cases.add(HostileCase.of(Category.IMPORTED_BODY, text, csv.saying(text)));
        }
        return cases;
    }

    /// Bodies that are taken, and every row of which is then rejected.
    static List<Request> brokenRows(Target target) {
        var csv = target.right().with("Content-Type", "text/csv");
        var lines = target.right().with("Content-Type", "application/x-ndjson");
        return Stream.of("accounts", "holdings", "stakeholders", "revenue-lines")
                .flatMap(kind ->
                        Stream.concat(csvRows().map(csv::saying), lineRows().map(lines::saying))
                                .map(request -> request.asking("kind=" + kind + "&system=crm")))
                .toList();
    }

    private static Stream<String> csvRows() {
        return Stream.of(
                "nothing\n1\n",
                "account,externalId,nothing\nx,y,z\n",
                "externalId,name,status\n1\n1,2,3,4\n",
                "externalId.a,externalId.b\n1,2\n",
                "externalId,externalId.x\n1,2\n",
                "a.b.c.d.e.f.g,....\n1,2\n",
                "externalId,name,status\n'; drop table accounts; --,x,NOT_ONE\n",
                "externalId,name,status\nx,A\u0000B,ACTIVE\n");
    }

    private static Stream<String> lineRows() {
        return Stream.of(
                "{}\n",
                "null\n[]\n\"x\"\n12\n",
                "{\"nothing\":1}\n",
                "{\"externalId\":{}}\n{\"externalId\":[]}\n{\"externalId\":null}\n{\"externalId\":1}\n",
                "{\"account\":1,\"externalId\":\"x\",\"sourceUpdatedAt\":\"yesterday\"}\n",
                "{\"externalId\":\"x\",\"externalId\":\"y\"}\n",
                "{\"externalId\":\"A\\u0000B\",\"name\":\"x\",\"status\":\"ACTIVE\"}\n",
                "{\"externalId\":\"x\",\"name\":\"A\\ud800B\",\"status\":\"ACTIVE\"}\n",
                "{\"externalId\":\"x\",\"name\":12,\"status\":[],\"headcount\":\"x\"}\n",
                "nonsense\n{\n}\n",
                "[".repeat(10_000) + "\n",
                "{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000) + "\n",
                "{\"a\":".repeat(900) + "1" + "}".repeat(900) + "\n",
                "{\"externalId\":\"" + "x".repeat(300_000) + "\"}\n",
                "{\"externalId\":1e400}\n{\"externalId\":NaN}\n");
    }
}
