package org.kamsuite.local.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.kamsuite.local.Suite;

/// What a service takes of its machine: memory in MB, and the seconds of a processor since it
/// started.
///
/// @param heap what its heap holds, which is least just after a collection
record Footprint(String service, double resident, double heap, double processor) {

    static List<Footprint> of(Suite suite) throws IOException, InterruptedException {
        var all = new ArrayList<Footprint>();
        for (var name : Suite.SERVICES) {
            var service = suite.service(name);
            all.add(
                    new Footprint(
                            name,
                            ResidentMemory.megabytes(service.process().pid()).orElse(Double.NaN),
                            Metrics.of(service).sum("jvm_memory_used_bytes{area=\"heap\"")
                                    / (1 << 20),
                            ProcessorTime.seconds(service.process())));
        }
        return all;
    }

    /// The lesser heaps; all else as it is later.
    static List<Footprint> join(List<Footprint> earlier, List<Footprint> later) {
        return IntStream.range(0, later.size())
                .mapToObj(each -> earlier.get(each).then(later.get(each)))
                .toList();
    }

    private Footprint then(Footprint later) {
        return new Footprint(service, later.resident, Math.min(heap, later.heap), later.processor);
    }
}
