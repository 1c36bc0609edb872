@echo off
rem Runs policyscan. In a source checkout it builds the jar first where that is missing or older than its sources; elsewhere it
rem runs the policyscan.jar beside it.
setlocal
set "HOME_DIR=%~dp0"
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"

set "MAJOR="
for /f tokens^=2^ delims^=^" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "VERSION=%%v"
for /f "delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR (
  echo policyscan: no java found; install a JDK 17 or newer, or set JAVA_HOME to one 1>&2
  exit /b 2
)
if %MAJOR% LSS 17 (
  echo policyscan: %JAVA% is Java %VERSION%; set JAVA_HOME to a JDK 17 or newer 1>&2
  exit /b 2
)

set "JAR=%HOME_DIR%policyscan.jar"
if not exist "%HOME_DIR%src\main" goto find
set "JAR=%HOME_DIR%target\policyscan.jar"
if not exist "%JAR%" goto build
powershell -NoProfile -Command "$jar = (Get-Item $env:JAR).LastWriteTime; $newer = Get-ChildItem -Recurse -File -ErrorAction SilentlyContinue ($env:HOME_DIR + 'src\main'), ($env:HOME_DIR + 'models'), ($env:HOME_DIR + 'pom.xml') | Where-Object { $_.LastWriteTime -gt $jar } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto run

:build
echo policyscan: building from source, once (log: %HOME_DIR%target\build.log) 1>&2
if not exist "%HOME_DIR%target" mkdir "%HOME_DIR%target"
pushd "%HOME_DIR%"
call .\mvnw.cmd -B -q -Dmaven.test.skip=true -DbuildDirectory=target/launcher package > target\build.log 2>&1
set "BUILT=%ERRORLEVEL%"
popd
if "%BUILT%"=="0" move /y "%HOME_DIR%target\launcher\policyscan.jar" "%JAR%" >nul
if not "%BUILT%"=="0" (
  echo policyscan: the build failed; see %HOME_DIR%target\build.log 1>&2
  exit /b 70
)

:find
if not exist "%JAR%" (
  echo policyscan: there is no policyscan.jar in %HOME_DIR%; put it beside this launcher 1>&2
  exit /b 2
)

:run
rem A short run ends before the optimizing compiler pays off; a long one needs it, for what has run three times as often as it usually asks.
set "TIER=-XX:TieredStopAtLevel=1"
for %%c in (scan evaluate train) do if "%~1"=="%%c" set "TIER=-XX:Tier4InvocationThreshold=15000 -XX:Tier4MinInvocationThreshold=1800 -XX:Tier4CompileThreshold=45000 -XX:Tier4BackEdgeThreshold=120000 -XX:FreqInlineSize=75 -XX:+IgnoreUnrecognizedVMOptions"
"%JAVA%" -Xshare:auto -Xlog:disable -Xlog:all=error:stderr -XX:+UseSerialGC -XX:-UsePerfData %TIER% -cp "%JAR%" dev.policyscan.cli.Main %*
exit /b %ERRORLEVEL%
