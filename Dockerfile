# Two images from one build: the web host (target "web") and the worker (target "worker").
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Disclosure.Cases.Web -c Release -o /out/web \
 && dotnet publish src/Disclosure.Cases.Worker -c Release -o /out/worker \
 && dotnet publish src/Disclosure.Cases.Cli -c Release -o /out/cli

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS host
# The host may write its keys and nothing else.
RUN mkdir /keys && chown "$APP_UID" /keys
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_URLS=http://+:8080 \
    Keys__Folder=/keys
VOLUME /keys
EXPOSE 8080
USER $APP_UID
WORKDIR /app

FROM host AS worker
COPY --from=build /out/worker .
ENTRYPOINT ["dotnet", "Disclosure.Cases.Worker.dll"]

FROM host AS web
COPY --from=build /out/web .
COPY --from=build /out/cli /cli
ENTRYPOINT ["dotnet", "Disclosure.Cases.Web.dll"]
