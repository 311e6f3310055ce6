@echo off
rem Starts Calmdesk with the first Java 25 or newer it finds.
setlocal EnableExtensions DisableDelayedExpansion
set "NEEDED=25"
set "APP=%~dp0.."
set "JAVA="

if defined CALMDESK_JAVA call :try "%CALMDESK_JAVA%"
if defined CALMDESK_JAVA call :try "%CALMDESK_JAVA%\bin\java.exe"
if defined JAVA_HOME call :try "%JAVA_HOME%\bin\java.exe"
for %%J in (java.exe) do call :try "%%~$PATH:J"
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\*" "%ProgramFiles%\Java\*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\*" "%ProgramFiles%\BellSoft\*") do call :try "%%~D\bin\java.exe"

if not defined JAVA (
    echo Calmdesk needs Java %NEEDED% or newer: install one, or set CALMDESK_JAVA to its java.exe. 1>&2
    exit /b 1
)

rem A window has to open at once and stay small; a hub runs for months and serves many, a trial of the search asks
rem thousands of questions.
set "TUNED=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms48m -Xmx512m"
if "%~1 %~2"=="hub serve" set "TUNED=-Xmx1g"
if "%~1 %~2"=="kb eval" set "TUNED=-Xmx1g"

"%JAVA%" %TUNED% ^
    --enable-native-access=javafx.graphics,ALL-UNNAMED ^
    "-Djava.util.logging.config.file=%APP%\lib\logging.properties" ^
    --module-path "%APP%\lib\javafx" --add-modules javafx.controls,javafx.fxml ^
    -cp "%APP%\lib\*" dev.calmdesk.app.Launcher %*
exit /b %ERRORLEVEL%

rem Takes the given java.exe if it is new enough and none was taken before.
:try
if defined JAVA exit /b 0
if not exist "%~1" exit /b 0
if exist "%~1\" exit /b 0
set "FOUND="
set "MAJOR=0"
set "ANSWER=%TEMP%\calmdesk-java-%RANDOM%.txt"
"%~1" -version >"%ANSWER%" 2>&1
for /f "usebackq tokens=2,3" %%U in ("%ANSWER%") do if "%%U"=="version" set "FOUND=%%~V"
del "%ANSWER%"
if defined FOUND for /f "tokens=1 delims=.-+" %%M in ("%FOUND%") do set "MAJOR=%%M"
if %MAJOR% GEQ %NEEDED% set "JAVA=%~1"
exit /b 0
