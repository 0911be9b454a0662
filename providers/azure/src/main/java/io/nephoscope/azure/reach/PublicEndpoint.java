package io.nephoscope.azure.reach;

import io.nephoscope.azure.arm.Fields;
import io.nephoscope.inventory.doc.Cause;
import io.nephoscope.inventory.doc.DocList;
import io.nephoscope.inventory.doc.Paths;
import io.nephoscope.inventory.doc.Tri;
import io.nephoscope.inventory.doc.Unknown;

/**
 * The public endpoint of a service, and who gets to it. {@code Disabled} turns it off; {@code SecuredByPerimeter} leaves who gets
 * there to a network security perimeter, whose rules take the place of the service's own; anything else leaves it on.
 */
public final class PublicEndpoint {

    private static final Unknown PERIMETER_UNREAD = Unknown.because(Cause.notCollected(
            "Microsoft.Network:NetworkSecurityPerimeterAccessRules_List",
            "Microsoft.Network/networkSecurityPerimeters/profiles/accessRules/read"));

    private PublicEndpoint() {}

    /** Whether it is on, by what {@code publicNetworkAccess} is in force. */
    public static Tri isOn(Object access) {
        return Fields.is(access, "SecuredByPerimeter").isTrue()
                ? Tri.unknown(PERIMETER_UNREAD)
                : Fields.either(access, "Disabled", "Enabled").not();
    }

    /**
     * Whether the Internet as a whole gets to a service with {@code networkAcls}: a default, and addresses that it lets in besides. With
     * a perimeter before it, its own rules are not asked.
     *
     * @param properties of the service, as they are in force
     */
    public static Tri admitsTheInternet(Object properties) {
        Tri isOn = isOn(Paths.get(properties, "publicNetworkAccess"));
        return !isOn.isTrue()
                ? isOn
                : Fields.either(Paths.get(properties, "networkAcls.defaultAction"), "Deny", "Allow")
                        .not()
                        .or(() -> admits(Paths.get(properties, "networkAcls.ipRules")))
                        .or(() -> admits(Paths.get(properties, "networkAcls.ipv6Rules")));
    }

    /** Each of these rules has its block under a name. */
    private static Tri admits(Object rules) {
        return Tri.ask(
                rules,
                known -> Tri.of(
                        Admitted.by(DocList.copyOf(Fields.docs(known).toList())).isEverybody()));
    }
}
