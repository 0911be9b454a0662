package io.nephoscope.azure.reach;

import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Absent;
import io.nephoscope.inventory.doc.Doc;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Text;
import io.nephoscope.inventory.network.AddressFamily;
import io.nephoscope.inventory.network.AddressRanges;
import io.nephoscope.inventory.network.Cidr;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/**
 * The addresses that the firewall of a service lets in: what its rules come to together, however they are cut. The address 0.0.0.0
 * alone is none of them: databases take it for whatever runs in Azure, whoever rents it.
 *
 * @param rules the blocks or ranges of addresses, one a rule
 */
public record Admitted(List<Cidr> rules) {
    /** As many public addresses as a {@code /8} holds: who writes so many down knows nobody behind them. */
    private static final BigInteger TOO_MANY = BigInteger.ONE.shiftLeft(24);

    /** The names under which rules hold a block. */
    private static final List<String> BLOCKS = List.of("value", "ipAddressOrRange");

    private static final AddressRanges WHATEVER_RUNS_IN_AZURE = AddressRanges.of(BigInteger.ZERO, BigInteger.ZERO);

    public Admitted {
        rules = List.copyOf(rules);
    }

    /**
     * By the rules of a firewall, as the services of Azure write them: a block alone, {@code 203.0.113.0/24} or an address, one under a
     * name, or a range with its ends under theirs.
     *
     * @param rules a list of them; absent for none
     * @throws Unreadable where a rule is none of these
     */
    public static Admitted by(Object rules) {
        if (rules == Absent.ABSENT) {
            return new Admitted(List.of());
        } else if (rules instanceof DocList list) {
            return new Admitted(list.stream().map(Admitted::rule).toList());
        }
        throw unreadable();
    }

    private static Cidr rule(Object rule) {
        if (rule instanceof String block) {
            return Cidr.parse(block.strip());
        } else if (rule instanceof Doc written) {
            Doc range = written.doc("properties");
            return BLOCKS.stream()
                    .filter(written::has)
                    .findFirst()
                    .map(name -> Cidr.parse(written.text(name).strip()))
                    .orElseGet(() -> range.has("startIPv6Address")
                            ? range(range.text("startIPv6Address"), range.text("endIPv6Address"))
                            : range(range.text("startIpAddress"), range.text("endIpAddress")));
        }
        throw unreadable();
    }

    private static Unreadable unreadable() {
        return new Unreadable(
                Text.of("the answer has a list that holds what nobody knows how to read", "应答的列表中有无法解读的内容"));
    }

    /**
     * A rule from a first address to a last one.
     *
     * @throws Unreadable where that is no range of addresses
     */
    public static Cidr range(String first, String last) {
        AddressFamily family = Cidr.parse(first.strip()).family();
        BigInteger from = address(first, family);
        BigInteger to = address(last, family);
        if (from.compareTo(to) > 0) {
            throw new Unreadable(
                    Text.of("a range that ends before it begins: {0} to {1}", "范围的终点在起点之前：{0} 至 {1}", first, last));
        }
        return new Cidr(family, AddressRanges.of(from, to));
    }

    private static BigInteger address(String written, AddressFamily family) {
        Cidr address = Cidr.parse(written.strip());
        if (written.contains("/") || address.family() != family) {
            throw new Unreadable(Text.of("not an address: {0}", "不是地址：{0}", written));
        }
        return address.ranges().ranges().get(0).first();
    }

    /** Whether anybody gets in from the Internet, or from a machine that a stranger rents in Azure. */
    public boolean letsAnybodyIn() {
        return isAllOfAzure() || rules.stream().anyMatch(Cidr::isRouted);
    }

    /** Whether the Internet as a whole gets in. */
    public boolean isEverybody() {
        return Arrays.stream(AddressFamily.values()).anyMatch(this::isEverybody);
    }

    private boolean isEverybody(AddressFamily family) {
        return areEverybody(
                family,
                AddressRanges.anyOf(rules.stream()
                        .filter(rule -> rule.family() == family)
                        .map(Cidr::ranges)
                        .toList()));
    }

    /** Whether addresses that a firewall lets in are as good as all of their family. */
    public static boolean areEverybody(AddressFamily family, AddressRanges admitted) {
        boolean many = family == AddressFamily.IPV4
                && admitted.and(family.routed()).count().compareTo(TOO_MANY) >= 0;
        return many || family.isInternet(admitted);
    }

    /** Whether whatever runs in Azure gets in: by a rule that says so, or with everybody else. */
    public boolean isAllOfAzure() {
        return isEverybody()
                || rules.stream()
                        .anyMatch(rule -> rule.family() == AddressFamily.IPV4
                                && rule.ranges().equals(WHATEVER_RUNS_IN_AZURE));
    }
}
