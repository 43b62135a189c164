using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>From where a request comes, as the record of sign-ins has it.</summary>
public static class ClientAddress
{
    private const int BytesOfNetwork = 8;

    /// <summary>
    /// The address; of IPv6 the network of 64 bits, all of whose addresses one computer has. Empty where there is none.
    /// </summary>
    public static string Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress;
        if (address is { IsIPv4MappedToIPv6: true })
        {
            address = address.MapToIPv4();
        }

        if (address is not { AddressFamily: AddressFamily.InterNetworkV6 } || IPAddress.IsLoopback(address))
        {
            return address?.ToString() ?? "";
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, BytesOfNetwork, bytes.Length - BytesOfNetwork);
        return $"{new IPAddress(bytes)}/64";
    }
}
