package io.nephoscope.inventory.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Status;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;
import io.nephoscope.inventory.network.FirewallEntry.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Against a model that asks every port of interest and every block by itself. Its world is eight /8 blocks of IPv4, of which two
 * that make a /7 are already the Internet as a whole.
 */
class InternetIngressTest {
    private static final int FIRST_BLOCK = 16;
    private static final int BLOCKS = 8;
    private static final List<String> PROTOCOLS = List.of("tcp", "udp", "icmp", "47", "other");
    private static final List<String> USUAL = List.of("tcp", "udp", "icmp");
    private static final int[] CUTS = {0, 1, 22, 23, 1_000, 3_389, 65_535};
    private static final Unknown UNREAD = Unknown.because(new Cause("ec2:Get", Status.DENIED, "ec2:Get", Text.EMPTY));

    private final Random random = new Random(3);

    @Test
    void everyPortOfEveryProtocolIsJudgedAsTheModelJudgesIt() {
        int open = 0;
        int unknown = 0;
        for (int i = 0; i < 1_000; i++) {
            List<FirewallEntry> entries = entries();
            DocList ways = InternetIngress.of(entries);
            for (String protocol : PROTOCOLS) {
                // A protocol that no entry names is one of the others.
                boolean named =
                        entries.stream().anyMatch(entry -> entry.protocol().equals(protocol));
                String asked = named || USUAL.contains(protocol) ? protocol : "other";
                for (int port : CUTS) {
                    Tri ours = answer(ways, asked, port, port);
                    assertThat(ours.toField())
                            .as("%s %d of %s gives %s", protocol, port, entries, ways)
                            .isEqualTo(model(entries, protocol, port).toField());
                    open += ours.isTrue() ? 1 : 0;
                    unknown += ours.isUnknown() ? 1 : 0;
                }
                assertThat(answer(ways, asked, 0, 65_535).toField())
                        .as("all of %s of %s gives %s", protocol, entries, ways)
                        .isEqualTo(modelOfAllPorts(entries, protocol).toField());
            }
        }
        assertThat(open).isGreaterThan(500);
        assertThat(unknown).isGreaterThan(500);
    }

    /** Nobody read whom the first line keeps out: it may be everybody. */
    @Test
    void whatAListThatNobodyReadMayShutIsNotKnownToBeOpen() {
        FirewallEntry shut = new FirewallEntry(
                false,
                "tcp",
                FirewallEntry.Ports.ALL,
                AddressFamily.IPV4,
                "list",
                AddressRanges.NONE,
                Optional.of(UNREAD));
        FirewallEntry open = FirewallEntry.of(true, "tcp", FirewallEntry.Ports.ALL, "0.0.0.0/0");

        assertThat(answer(InternetIngress.of(List.of(shut, open)), "tcp", 22, 22)
                        .isUnknown())
                .isTrue();
        assertThat(answer(InternetIngress.of(List.of(open, shut)), "tcp", 22, 22)
                        .isTrue())
                .isTrue();
        assertThat(answer(InternetIngress.of(List.of(shut)), "tcp", 22, 22).isFalse())
                .isTrue();
    }

    /** What a rule asks: is there a way in that covers these ports? */
    private static Tri answer(DocList ways, String protocol, long from, long to) {
        Tri found = Tri.FALSE;
        for (Doc way : ways.docs().toList()) {
            boolean matches = List.of(protocol, "all").contains(way.text("protocol"))
                    && (Long) way.get("fromPort") <= from
                    && to <= (Long) way.get("toPort");
            found = found.or(() -> Tri.of(matches).and(() -> Tri.isTrue(way.get("open"))));
        }
        return found;
    }

    private static Tri modelOfAllPorts(List<FirewallEntry> entries, String protocol) {
        Tri all = Tri.TRUE;
        for (int port : new int[] {0, 1, 2, 22, 23, 24, 1_000, 1_001, 3_389, 3_390, 65_534, 65_535}) {
            all = all.and(() -> model(entries, protocol, port));
        }
        return all;
    }

    /** Unread sources hold nothing, or everything: where both give the same answer, that is the answer. */
    private static Tri model(List<FirewallEntry> entries, String protocol, int port) {
        boolean least = model(entries, protocol, port, false);
        return least == model(entries, protocol, port, true) ? Tri.of(least) : Tri.unknown(UNREAD);
    }

    private static boolean model(List<FirewallEntry> entries, String protocol, int port, boolean unreadMatch) {
        boolean[] allowed = new boolean[BLOCKS + 1];
        for (int block = 0; block <= BLOCKS; block++) {
            AddressRanges one = block == BLOCKS ? elsewhere() : block(block);
            for (FirewallEntry entry : entries) {
                boolean source = entry.addresses().and(one).equals(one)
                        || (unreadMatch && entry.unread().isPresent());
                boolean matches = source
                        && (entry.protocol().equals("all") || entry.protocol().equals(protocol))
                        && entry.ports().from() <= port
                        && port <= entry.ports().to();
                if (matches) {
                    allowed[block] = entry.allows();
                    break;
                }
            }
        }
        boolean pair = allowed[BLOCKS];
        for (int block = 0; block < BLOCKS; block += 2) {
            pair |= allowed[block] && allowed[block + 1];
        }
        return pair;
    }

    private static AddressRanges elsewhere() {
        return Cidr.parse("128.0.0.0/1").ranges();
    }

    private static AddressRanges block(int index) {
        return Cidr.parse((FIRST_BLOCK + index) + ".0.0.0/8").ranges();
    }

    private List<FirewallEntry> entries() {
        boolean ordered = random.nextBoolean();
        List<FirewallEntry> entries = new ArrayList<>();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            String protocol = List.of("all", "tcp", "tcp", "udp", "icmp", "47").get(random.nextInt(6));
            int from = CUTS[random.nextInt(CUTS.length)];
            int to = CUTS[random.nextInt(CUTS.length)];
            boolean hasPorts = protocol.equals("tcp") || protocol.equals("udp");
            Ports ports = hasPorts ? new Ports(Math.min(from, to), Math.max(from, to)) : Ports.ALL;
            boolean unread = random.nextInt(8) == 0;
            entries.add(new FirewallEntry(
                    unread || !ordered || random.nextBoolean(),
                    protocol,
                    ports,
                    AddressFamily.IPV4,
                    "source " + i,
                    unread ? AddressRanges.NONE : addresses(),
                    unread ? Optional.of(UNREAD) : Optional.empty()));
        }
        return entries;
    }

    private AddressRanges addresses() {
        if (random.nextInt(6) == 0) {
            return AddressFamily.IPV4.all();
        }
        List<AddressRanges> some = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            if (random.nextInt(3) == 0) {
                some.add(block(block));
            }
        }
        return AddressRanges.anyOf(some);
    }
}
