package io.nephoscope.jdcloud;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Unknown;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What flow logs record of a network. They collect machines, network interfaces and NAT gateways, and never a network: what a network
 * records is what those of its interfaces do that carry traffic.
 */
final class FlowLogs {
    private static final String COLLECTED = "collectResources";
    private static final String TRAFFIC = "collectTrafficType";
    private static final Set<String> SHOW_WHAT_WAS_REFUSED = Set.of("ALL", "REJECT");

    private FlowLogs() {}

    /** The facet {@code flowLogged} of a network. Absent where nothing carries traffic. One interface that is not collected leaves a way in unseen. */
    static Object ofNetwork(Object networkInterfaces, Supplier<Object> flowLogs) {
        if (networkInterfaces instanceof Unknown unread) {
            return unread;
        }
        List<Doc> carrying =
                docs(networkInterfaces).filter(FlowLogs::carriesTraffic).toList();
        if (carrying.isEmpty()) {
            return Absent.ABSENT;
        }
        Object logs = flowLogs.get();
        if (logs instanceof Unknown unread) {
            return unread;
        }
        List<Doc> running = docs(logs)
                .filter(log -> log.text("flowLogStatus").equals("RUNNING"))
                .toList();
        Set<String> collected = running.stream()
                .filter(log -> SHOW_WHAT_WAS_REFUSED.contains(log.text(TRAFFIC)))
                .flatMap(log -> log.list(COLLECTED).docs())
                .map(it -> it.text("collectResourceId"))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        boolean isLogged = carrying.stream()
                .allMatch(card -> collected.contains(card.text("networkInterfaceId"))
                        || collected.contains(card.text("instanceId")));
        if (!isLogged && running.stream().anyMatch(FlowLogs::leavesOut)) {
            throw new Unreadable(Text.of("a flow log does not say what it collects", "流日志未说明采集的内容"));
        }
        return isLogged;
    }

    /** Interfaces that JD Cloud manages for its own services are no machines that a flow log collects. */
    private static boolean carriesTraffic(Doc card) {
        return !card.text("role").equals("Managed")
                && !card.text("attachmentStatus").equals("detached");
    }

    private static boolean leavesOut(Doc log) {
        return !(log.get(COLLECTED) instanceof DocList) || log.text(TRAFFIC).isEmpty();
    }

    private static Stream<Doc> docs(Object list) {
        return list instanceof DocList known ? known.docs() : Stream.empty();
    }
}
