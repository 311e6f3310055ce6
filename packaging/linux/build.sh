#!/usr/bin/env bash
# Builds target/linux/calmdesk, a folder with its own Java that starts from an AOT cache.
#   packaging/linux/build.sh          the folder
#   packaging/linux/build.sh deb      the folder and a Debian package of it
# Needs a JDK 25 (JAVA_HOME, or one under /usr/lib/jvm); the package also fakeroot and binutils.
set -eu
cd "$(dirname "$0")/../.."

say() { printf '%s\n' "== $*"; }

find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
        if [ -x "$home/bin/jpackage" ] && grep -q '^JAVA_VERSION="25' "$home/release" 2>/dev/null; then
            printf '%s\n' "$home"
            return
        fi
    done
}
jdk=$(find_jdk)
if [ -z "$jdk" ]; then
    echo "A JDK 25 with jpackage is needed: install one, or set JAVA_HOME to it." >&2
    exit 1
fi

out=target/linux
image=$out/calmdesk
version=$(sed -n 's:^  <version>\([0-9.]*\).*:\1:p' pom.xml)
modules=$(grep -v '^#' packaging/modules.txt | paste -sd,)

say "Jars"
rm -rf "$out" target/calmdesk
mkdir -p "$out"
./mvnw -q -DskipTests package
mkdir "$out/input"
cp target/calmdesk/lib/*.jar target/calmdesk/lib/logging.properties "$out/input"
rm "$out"/input/embedded-postgres*.jar # for trying a hub out, which is not what is installed

# Of what runs the model of meaning, this system's library alone, and beside its jar: from there it need not be unpacked at
# every start (packaging/jpackage.args names the folder).
onnx=$PWD/$(ls "$out"/input/onnxruntime-*.jar)
native=ai/onnxruntime/native
case $(uname -m) in
    x86_64) target=linux-x64 ;;
    aarch64) target=linux-aarch64 ;;
    *) target=none ;;
esac
mkdir "$out/onnx"
(cd "$out/onnx" && "$jdk/bin/jar" -xf "$onnx")
cp "$out/onnx/$native/$target"/*.so "$out/input" || echo "No library for $target: search goes by words alone."
rm -rf "$out/onnx/$native"
"$jdk/bin/jar" -cfM "$onnx" -C "$out/onnx" .
rm -rf "$out/onnx"

say "Java"
"$jdk/bin/jlink" --output "$out/runtime" \
    --module-path target/calmdesk/lib/javafx --add-modules "$modules" \
    --include-locales=en,zh --compress=zip-6 --strip-debug --no-man-pages --no-header-files

say "Folder"
"$jdk/bin/jpackage" @packaging/jpackage.args --type app-image --dest "$out" --app-version "$version" \
    --runtime-image "$out/runtime" --input "$out/input" --main-jar "calmdesk-$version.jar"
cp LICENSE src/docs/third-party.md "$image/lib/app/"

say "AOT cache"
# The training run must have the flags of every later run: it is the packaged program itself.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cache=$PWD/$image/lib/app/calmdesk.aot
JAVA_TOOL_OPTIONS="-Dglass.platform=Headless -Dprism.order=sw -Djavafx.cachedir=$scratch/javafx -XX:AOTCacheOutput='$cache'" \
    timeout 600 "$image/bin/calmdesk" desk --data "$scratch/store" --demo --exit-after-paint >"$out/training.log" 2>&1 || {
    cat "$out/training.log" >&2
    echo "The training run failed; its output is above." >&2
    exit 1
}
if [ ! -s "$cache" ]; then
    cat "$out/training.log" >&2
    echo "The training run left no AOT cache." >&2
    exit 1
fi
sed -i '/^\[JavaOptions\]/a java-options=-XX:AOTCache=$APPDIR/calmdesk.aot' "$image/lib/app/calmdesk.cfg"

if [ "${1:-}" = deb ]; then
    say "Debian package"
    # gzip: a third larger than xz, and made many times faster.
    DPKG_DEB_COMPRESSOR_TYPE=gzip "$jdk/bin/jpackage" --type deb --dest "$out" --app-image "$image" \
        --name calmdesk --app-version "$version" --vendor Calmdesk --license-file LICENSE \
        --description "A calm desktop for the people who answer customers" \
        --linux-package-deps "libgtk-3-0t64 | libgtk-3-0, libpango-1.0-0, fontconfig" \
        --linux-app-category misc --linux-shortcut --linux-menu-group "Office;"
fi

rm -rf "$out/input" "$out/runtime"
du -sh "$image"
