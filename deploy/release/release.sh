#!/usr/bin/env bash
# ./parasol release VERSION: prepares a release; ./parasol release --next VERSION: sets the version that is developed next.
# It changes files and commits nothing; docs/releasing.md has all steps.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

fail() { printf '%s\n' "$*" >&2; exit 1; }

next=
if [ "${1:-}" = --next ]; then next=yes; shift; fi
version=${1:-}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || fail "Say the version, such as ./parasol release 0.2.0, or ./parasol release --next 0.3.0."
[ -z "$(git status --porcelain)" ] || fail "The checkout has changes. Commit or stash them first."
[ -z "$(git tag -l "v$version")" ] || fail "v$version is released already."
current=$(sed -n 's:^  <version>\(.*\)</version>$:\1:p' pom.xml | head -n 1)

# Parasol's own version is the only one in its poms that stands in a <version> element below coop.parasol.
set_version() {
  local pom
  while IFS= read -r pom; do
    perl -0pi -e 's{(<groupId>coop\.parasol</groupId>\s*<artifactId>[^<]+</artifactId>\s*<version>)\Q'"$current"'\E(</version>)}{${1}'"$version"'$2}g' "$pom"
  done < <(git ls-files '*pom.xml' 'services/service-parent.xml')
}

if [ -n "$next" ]; then
  set_version
  echo "The version is $version now. Commit it: git commit -am \"Develop $version\""
  exit
fi

grep -q '^## \[Unreleased\]' CHANGELOG.md || fail "CHANGELOG.md has no section [Unreleased]."
set_version
perl -0pi -e 's{^## \[Unreleased\]}{## [Unreleased]\n\n## ['"$version"'] - '"$(date -u +%Y-%m-%d)"'}m' CHANGELOG.md
perl -pi -e 's{<project.build.outputTimestamp>[^<]*<}{<project.build.outputTimestamp>'"$(date -u +%Y-%m-%dT00:00:00Z)"'<}' pom.xml
./parasol contracts
mkdir -p "contracts/released/$version"
cp contracts/schemas/*.json "contracts/released/$version/"
git ls-files 'services/*/src/main/resources/db/*.sql' | LC_ALL=C sort | xargs sha256sum > "contracts/released/$version/migrations.sha256"
trap 'fail "Not prepared. git restore . && git clean -fd contracts/released takes everything back."' ERR
./parasol notice
./parasol test --full
cat <<TEXT

$version is prepared: target/bom.json and target/bom.xml are its bill of materials.
What to do next: look at git diff, then

    git add --all
    git commit -m "Release $version"
    git tag -a v$version -m "Parasol $version"
TEXT
