package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kamsuite.local.Suite;

/// What a service holds in memory, in MB.
///
/// @param heap what its heap holds, which is least just after a collection
record Memory(String service, double resident, double heap) {

    static List<Memory> of(Suite suite) throws IOException, InterruptedException {
        var all = new ArrayList<Memory>();
        for (var name : Suite.SERVICES) {
            var service = suite.service(name);
            all.add(
                    new Memory(
                            name,
                            ResidentMemory.megabytes(service.process().pid()).orElse(Double.NaN),
                            Metrics.of(service).sum("jvm_memory_used_bytes{area=\"heap\"")
                                    / (1 << 20)));
        }
        return all;
    }

    /// The later resident sets and the lesser heaps.
    static List<Memory> join(List<Memory> earlier, List<Memory> later) {
        return IntStream.range(0, later.size())
                .mapToObj(each -> earlier.get(each).then(later.get(each)))
                .toList();
    }

    private Memory then(Memory later) {
        return new Memory(service, later.resident, Math.min(heap, later.heap));
    }
}
