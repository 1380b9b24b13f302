package org.kamsuite.account.stakeholder;

import org.kamsuite.kit.problem.Conflict;

/// Who reports to whom would no longer be a tree.
final class ReportingLine extends Conflict {

    private static final long serialVersionUID = 1L;

    ReportingLine(String detail) {
        super("reporting-line", "Who reports to whom is a tree", detail);
    }
}
