package io.nephoscope.files;

import io.nephoscope.inventory.BranchPath;
import io.nephoscope.inventory.Unreadable;
import io.nephoscope.inventory.doc.Text;
import java.util.Arrays;
import java.util.List;

/**
 * The branch whose account a file is, below which its rows may belong.
 *
 * @param path from the head down; empty without an organisation
 */
record Branch(String path) {
    /**
     * The path to which a row belongs.
     *
     * @param given from the head down where it begins with a slash or with the branch's own path; else below the branch. The branch's own
     *     name alone is the branch.
     * @throws Unreadable where it leads elsewhere, with one clause that says so
     */
    String below(String given) {
        boolean isAbsolute = given.startsWith("/");
        List<String> steps = Arrays.stream(given.split("/", -1))
                .skip(isAbsolute ? 1 : 0)
                .map(String::strip)
                .toList();
        if (steps.stream().anyMatch(step -> step.isEmpty() || step.equals(".") || step.equals(".."))) {
            throw new Unreadable(Text.of(
                    "{0} is no path of branches, as Cellar or /Lakeside Group/Hills/Cellar",
                    "{0} 不是分支路径（如 Cellar 或 /Lakeside Group/Hills/Cellar）", Value.quoted(given)));
        }
        String branch = String.join("/", steps);
        if (branch.equals(BranchPath.name(path))) {
            return path;
        } else if (BranchPath.isWithin(branch, path)) {
            return branch;
        } else if (isAbsolute) {
            throw new Unreadable(Text.of(
                    "{0} is not below {1}, the branch to which this file belongs; give it to the account of that branch",
                    "{0} 不在该文件所属的分支机构 {1} 之下；请将其交给相应分支机构的账号", Value.quoted(given), path));
        }
        return path + "/" + branch;
    }
}
