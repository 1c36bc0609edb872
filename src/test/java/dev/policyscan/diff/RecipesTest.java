package dev.policyscan.diff;

import static dev.policyscan.diff.Policies.FERNWICK;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the recipes of the README as they stand, in a real git repository. */
@DisabledOnOs(OS.WINDOWS)
class RecipesTest {
    private static final String WEAKER = FERNWICK.replace("We do not sell", "We may sell").replace("March 3, 2024", "May 5, 2024");
    private static final String RESTYLED = FERNWICK.replace("\n- ", "\n*   ").replace("## ", "### ");

    @TempDir
    private Path folder;

    private Path repository;
    private Path programs;
    private final Map<String, String> environment = new HashMap<>();
    private String said;

    @BeforeEach
    void repository() throws Exception {
        repository = Files.createDirectory(folder.resolve("repository"));
        programs = Files.createDirectory(folder.resolve("programs"));
        program("policyscan", "exec '" + Path.of(System.getProperty("java.home"), "bin", "java") + "' -XX:TieredStopAtLevel=1 -Dpolicyscan.terminal=false -cp '"
                + System.getProperty("java.class.path") + "' dev.policyscan.cli.Main \"$@\"");
        environment.put("PATH", programs + ":" + System.getenv("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("GIT_CONFIG_NOSYSTEM", "1");
        environment.put("GIT_PAGER", "cat");
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            environment.put("GIT_" + who + "_NAME", "Ida");
            environment.put("GIT_" + who + "_EMAIL", "ida@fernwick.example");
        }
        ok("git init -q -b main");
        commit(FERNWICK, "first");
    }

    private void program(String name, String line) throws IOException {
        Path program = Files.writeString(programs.resolve(name), "#!/bin/sh\n" + line + "\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private void commit(String policy, String message) throws Exception {
        Files.writeString(repository.resolve("privacy.md"), policy);
        ok("git add -A && git commit -q -m '" + message + "'");
    }

    private int sh(String script) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-c", script).directory(repository.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        try (InputStream in = process.getInputStream()) {
            said = new String(in.readAllBytes(), UTF_8);
        }
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        return process.exitValue();
    }

    private void ok(String script) throws IOException, InterruptedException {
        assertEquals(0, sh(script), () -> script + "\n" + said);
    }

    /** The code of the README, in order, fences left out. */
    private static List<String> recipes() throws IOException {
        String text = Files.readString(Path.of("README.md"));
        List<String> blocks = new ArrayList<>();
        StringBuilder open = null;
        for (String line : text.split("\n")) {
            if (line.startsWith("```")) {
                if (open != null) {
                    blocks.add(open.toString());
                }
                open = open == null ? new StringBuilder() : null;
            } else if (open != null) {
                open.append(line).append('\n');
            }
        }
        return blocks;
    }

    private static String recipe(String part) throws IOException {
        return recipes().stream().filter(block -> block.contains(part)).findFirst().orElseThrow(() -> new AssertionError("the README has no recipe with " + part));
    }

    @Test
    void theOneLinerTellsWhatTheLastCommitDid() throws Exception {
        commit(WEAKER, "second");
        ok(recipe("HEAD~1:privacy.md HEAD:privacy.md"));
        assertTrue(said.contains("does not sell → sells"), said);
    }

    @Test
    void theLoopFindsTheCommitsThatMatter() throws Exception {
        commit(RESTYLED, "restyled");
        commit(WEAKER, "weaker");
        commit(WEAKER + "\nOur shop is in Lisbon.\n", "where the shop is");
        ok("set +e\n" + recipe("while read"));
        assertTrue(said.contains("weaker"), said);
        assertFalse(said.contains("restyled") || said.contains("where the shop is"), said);
    }

    @Test
    void gitNamesFilesOfTheIndexAndOfSubfolders() throws Exception {
        Files.createDirectory(repository.resolve("docs"));
        ok("git mv privacy.md docs/privacy.md && git commit -q -m moved");
        Files.writeString(repository.resolve("docs/privacy.md"), WEAKER);
        ok("git add -A && policyscan diff HEAD:docs/privacy.md :docs/privacy.md");
        assertTrue(said.contains("does not sell → sells"), said);
        ok("cd docs && policyscan diff HEAD:./privacy.md privacy.md");
        assertTrue(said.contains("does not sell → sells"), said);
        assertEquals(3, sh("policyscan diff HEAD:nowhere.md docs/privacy.md"));
        assertTrue(said.contains("HEAD:nowhere.md: no such file, and git does not know it"), said);
    }

    @Test
    void theHookStopsWhatWeakens() throws Exception {
        String hook = Files.readString(Path.of(".pre-commit-hooks.yaml"));
        String entry = value(hook, "entry");
        assertTrue("docs/Privacy-Notice.html".matches(".*" + value(hook, "files")));
        assertFalse("docs/terms.html".matches(".*" + value(hook, "files")));
        // As pre-commit runs a hook: the entry, then the names of the staged files that match.
        Files.writeString(repository.resolve("privacy.md"), RESTYLED);
        ok("git add -A && " + entry + " privacy.md");
        Files.writeString(repository.resolve("privacy.md"), WEAKER);
        ok(entry + " privacy.md");
        assertEquals(1, sh("git add -A && " + entry + " privacy.md"), said);
        assertTrue(said.contains("does not sell → sells"), said);
        Files.writeString(repository.resolve("privacy-new.md"), FERNWICK.replace("We do not sell personal information.", ""));
        assertEquals(1, sh("git add -A && " + entry + " privacy.md privacy-new.md"), said);
        assertTrue(said.contains("privacy-new.md"), said);
    }

    @Test
    void theHookLetsANewPolicyPass() throws Exception {
        ok("git checkout -q --orphan other && git rm -q -r --cached . && git add privacy.md && " + value(Files.readString(Path.of(".pre-commit-hooks.yaml")), "entry") + " privacy.md");
        assertTrue(said.contains("does not sell"), said);
    }

    private static String value(String yaml, String key) {
        return yaml.lines().map(String::strip).filter(line -> line.startsWith(key + ": ")).map(line -> line.substring(key.length() + 2)).findFirst().orElseThrow();
    }

    @Test
    void gitShowsTheDiffOfItsDriver() throws Exception {
        ok(recipe("diff.policyscan.command"));
        Files.writeString(repository.resolve("privacy.md"), WEAKER);
        ok("git diff");
        assertTrue(said.contains("a/privacy.md → b/privacy.md"), said);
        assertTrue(said.contains("does not sell → sells"), said);
        ok("git diff --no-ext-diff");
        assertTrue(said.contains("+Fernwick Tea Company"), said);
        ok("git rm -q --cached privacy.md && git diff --cached");
        assertTrue(said.contains("does not sell unstated") || said.contains("does not sell → unstated"), said);
    }

    @Test
    void theDriverSurvivesWhatItCannotRead() throws Exception {
        ok(recipe("diff.policyscan.command"));
        Files.write(repository.resolve("privacy.md"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        ok("git diff");
        assertTrue(said.contains("policyscan: b/privacy.md"), said);
    }

    @Test
    void gitConvertsToText() throws Exception {
        ok(recipe("diff.policyscan.textconv"));
        ok("echo 'privacy.md diff=policyscan' >> .gitattributes");
        commit(WEAKER, "weaker");
        ok("git log -p -1 -- privacy.md");
        assertTrue(said.lines().anyMatch(line -> line.startsWith("-Sale ")), said);
        assertTrue(said.lines().anyMatch(line -> line.startsWith("+Sale ")), said);
    }

    @Test
    void theWorkflowCommentsAnnotatesAndDecides() throws Exception {
        // As GitHub lays it out: the merge of the pull request, its first parent the base.
        ok("git checkout -q -b edit");
        commit(WEAKER, "weaker");
        ok("git checkout -q main && git merge -q --no-ff -m merge edit");
        Path remote = Files.createDirectory(folder.resolve("remote"));
        Files.copy(programs.resolve("policyscan"), remote.resolve("policyscan"));
        assertTrue(remote.resolve("policyscan").toFile().setExecutable(true));
        ok("cd '" + remote + "' && git init -q && git add -A && git commit -q -m x");
        Files.delete(programs.resolve("policyscan"));
        program("gh", "echo \"$@\" > '" + folder + "/gh.log'; cat \"${7}\" >> '" + folder + "/gh.log'");
        String workflow = recipe("policyscan diff -f github");
        String install = steps(workflow).get("Install policyscan");
        String project = install.substring(install.indexOf("https://"), install.indexOf(' ', install.indexOf("https://")));
        Path temp = Files.createDirectory(folder.resolve("temp"));
        environment.putAll(Map.of("RUNNER_TEMP", temp.toString(), "GITHUB_PATH", folder + "/path", "GITHUB_ENV", folder + "/env", "GITHUB_STEP_SUMMARY", folder + "/summary",
                "POLICY", value(workflow, "POLICY"), "PULL_REQUEST", "7", "GH_TOKEN", "none",
                "GIT_CONFIG_COUNT", "1", "GIT_CONFIG_KEY_0", "url." + remote + ".insteadOf", "GIT_CONFIG_VALUE_0", project));
        Map<String, String> steps = steps(workflow);
        assertEquals(List.of("Install policyscan", "Compare", "Comment", "Annotate and decide"), List.copyOf(steps.keySet()));
        ok(steps.get("Install policyscan"));
        environment.put("PATH", Files.readString(folder.resolve("path")).strip() + ":" + environment.get("PATH"));
        ok(steps.get("Compare"));
        assertTrue(Files.readString(folder.resolve("summary")).contains("| **material** | sale |"));
        String[] old = Files.readString(folder.resolve("env")).strip().split("=", 2);
        environment.put(old[0], old[1]);
        ok(steps.get("Comment"));
        assertTrue(Files.readString(folder.resolve("gh.log")).startsWith("pr comment 7 --edit-last --create-if-none --body-file"));
        assertTrue(Files.readString(folder.resolve("gh.log")).contains("| **material** | sale |"));
        assertEquals(1, sh(steps.get("Annotate and decide")), said);
        assertTrue(said.contains("::error file=privacy.md,line=5,title=sale::does not sell → sells"), said);
    }

    @Test
    void theWorkflowKnowsANewPolicy() throws Exception {
        ok("git rm -q privacy.md && git commit -q -m none && git checkout -q -b edit");
        commit(FERNWICK, "new");
        ok("git checkout -q main && git merge -q --no-ff -m merge edit");
        environment.putAll(Map.of("RUNNER_TEMP", folder.toString(), "GITHUB_ENV", folder + "/env", "GITHUB_STEP_SUMMARY", folder + "/summary", "POLICY", "privacy.md"));
        ok(steps(recipe("policyscan diff -f github")).get("Compare"));
        assertTrue(Files.readString(folder.resolve("env")).contains("OLD=/dev/null"));
        assertTrue(Files.readString(folder.resolve("summary")).contains("does not sell"));
    }

    /** The shell steps of a workflow, by name. */
    private static Map<String, String> steps(String workflow) {
        Map<String, String> steps = new LinkedHashMap<>();
        String name = null;
        StringBuilder script = null;
        for (String line : workflow.split("\n")) {
            if (script != null && line.startsWith("          ")) {
                script.append(line.substring(10)).append('\n');
                continue;
            }
            if (script != null) {
                steps.put(name, script.toString());
                script = null;
            }
            if (line.startsWith("      - name: ")) {
                name = line.substring(14);
            } else if (line.equals("        run: |")) {
                script = new StringBuilder();
            }
        }
        if (script != null) {
            steps.put(name, script.toString());
        }
        return steps;
    }
}
