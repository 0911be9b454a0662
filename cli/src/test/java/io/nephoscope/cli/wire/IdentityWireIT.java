package io.nephoscope.cli.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.nephoscope.inventory.Asset;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityWireIT {
    @Test
    void show() throws Exception {
        try (Moto moto = Moto.start()) {
            new IdentityWorld().seed(moto);
            Collected c = Collected.from(
                    moto,
                    List.of("us-east-1", "eu-west-1"),
                    "aws.account",
                    "aws.iam.user",
                    "aws.iam.group",
                    "aws.iam.role",
                    "aws.iam.policy",
                    "aws.cloudtrail.trail");
            for (Asset a : c.assets()) {
                System.out.println(
                        a.uid() + " " + a.name() + "\n   " + a.attributes() + "\n   " + c.facets(a.nativeId()));
            }
            c.units().forEach(System.out::println);
            c.ledger().forEach(System.out::println);
            assertThat(c.assets()).isNotEmpty();
        }
    }
}
